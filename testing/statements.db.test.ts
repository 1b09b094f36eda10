/**
 * How many statements a public page costs, and that it costs no more with five pots or three elections than with one: a query in a loop
 * fails here.
 * Pages are asked for as the web program does, by their route handlers, without the page cache.
 */
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "./database.ts";
import { makeDeclaredVote, type DeclaredVoteMade } from "./factories/declared-vote.ts";
import { makeNominatedElection } from "./factories/open-elections.ts";
import { makeCouncil } from "./factories/polls.ts";
import { themes } from "#db/schema/consultations/coding.ts";
import { listFound } from "#features/consultations/coding/queries.ts";
import { putGroup } from "#features/partnerships/groups/put-group.ts";
import { putPartner } from "#features/partnerships/partners/put-partner.ts";
import { allocate, enterContribution } from "#features/partnerships/pooled-budgets/change-money.ts";
import { saveCase } from "#features/partnerships/pooled-budgets/save-case.ts";
import { savePool } from "#features/partnerships/pooled-budgets/save-pool.ts";
import { randomId } from "#platform/random.ts";
import { makeConsultation } from "./factories/consultations.ts";
import { makeResponse } from "./factories/responses.ts";
import { writeEvaluation } from "#features/involvement/evaluation/write-evaluation.ts";

const said: string[] = [];
const { url } = await testDatabase({ onStatement: (statement) => said.push(statement) });
await prepareJobs(url);
const [small, large] = await Promise.all([makeCouncil(), makeCouncil()]);
const policy = { order: "votes", partFunding: 60 } as const;
const one = await makeDeclaredVote(small, policy);
const five = await makeDeclaredVote(large, policy, { morePots: 4 });
for (const { officer, engagementId } of [one, five])
  await writeEvaluation(officer, { engagementId, seen: "", worked: { en: "The hall", cy: "Y neuadd" }, change: { en: "Buses", cy: "Bysiau" }, figures: [], source: "", publish: true });

for (const [council, elections] of [[small, 1], [large, 3]] as const) for (let made = 0; made < elections; made += 1) await makeNominatedElection(council, []);

const both = (en: string) => ({ en, cy: `${en} (cy)` });
for (const [{ officer }, pools] of [[one, 1], [five, 3]] as const) {
  const body = randomId();
  await putPartner(officer, { once: body, name: both("Health board"), kind: "health", underDuty: true, contactEmail: "", leftOn: null });
  for (let made = 0; made < pools; made += 1) {
    const board = randomId();
    await putGroup(officer, { once: board, kind: "board", boardId: null, name: both("Board"), purpose: both("Steers.") });
    const pool = await savePool(officer, { once: randomId(), name: both("Families first"), purpose: both("Earlier."), boardId: board, fromYear: 2026, years: 2 });
    const slug = pool.ok ? pool.value.slug : "";
    const purse = { year: 2026, kind: "revenue", ringFence: "" } as const;
    await enterContribution(officer, slug, { once: randomId(), partnerId: body, ...purse, amountPence: 100, condition: both("") });
    await allocate(officer, slug, { once: randomId(), ...purse, amountPence: 50, what: both("Workers"), potId: null });
    await saveCase(officer, slug, { once: randomId(), title: both("Help"), summary: both("Why"), shares: [{ partnerId: body, basisPoints: 10_000 }], lines: [] });
  }
}

type Route = { readonly GET: (request: Request, context: { readonly params: Promise<Record<string, string>> }) => Promise<Response> };

const PUBLIC = "../app/[locale]/[council]/(public)";
/** Statements each page may take at most, the council's own among them. */
const PAGES: readonly { readonly name: string; readonly load: () => Promise<unknown>; readonly most: number; readonly query?: string }[] = [
  { name: "hub", load: () => import(`${PUBLIC}/route.tsx`), most: 12 },
  { name: "list of results", load: () => import(`${PUBLIC}/results/route.tsx`), most: 8 },
  { name: "information", load: () => import(`${PUBLIC}/votes/[vote]/route.tsx`), most: 22 },
  { name: "results of every pot", load: () => import(`${PUBLIC}/votes/[vote]/results/route.tsx`), most: 10 },
  { name: "result", load: () => import(`${PUBLIC}/votes/[vote]/results/[pot]/route.tsx`), most: 24 },
  { name: "result of a project", load: () => import(`${PUBLIC}/votes/[vote]/results/[pot]/[project]/route.tsx`), most: 12 },
  { name: "result as data", load: () => import(`${PUBLIC}/votes/[vote]/results/[pot]/result.json/route.ts`), most: 14 },
  { name: "press sheet", load: () => import(`${PUBLIC}/votes/[vote]/press-sheet/route.tsx`), most: 7 },
  { name: "evaluation", load: () => import(`${PUBLIC}/votes/[vote]/evaluation/route.tsx`), most: 8 },
  { name: "embedded result", load: () => import(`${PUBLIC}/embed/results/[vote]/[pot]/route.tsx`), most: 12 },
  { name: "project", load: () => import(`${PUBLIC}/votes/[vote]/projects/[pot]/[project]/route.tsx`), most: 14 },
  { name: "list of elections", load: () => import(`${PUBLIC}/elections/route.tsx`), most: 6 },
  { name: "pooled budgets", load: () => import(`${PUBLIC}/pooled-budgets/route.tsx`), most: 4 },
  { name: "contributions as data", load: () => import(`${PUBLIC}/pooled-budgets/contributions.csv/route.ts`), most: 12 },
  { name: "allocations as data", load: () => import(`${PUBLIC}/pooled-budgets/allocations.csv/route.ts`), most: 12 },
  { name: "business cases as data", load: () => import(`${PUBLIC}/pooled-budgets/cases.csv/route.ts`), most: 13 },
  { name: "pooled budgets as data", load: () => import(`${PUBLIC}/pooled-budgets/pooled-budgets.json/route.ts`), most: 13 },
  { name: "every project funded", load: () => import(`${PUBLIC}/projects/route.tsx`), most: 6 },
];

async function statementsOf({ load, query = "" }: (typeof PAGES)[number], { slug, potSlug, officer }: DeclaredVoteMade): Promise<number> {
  const { GET } = (await load()) as Route;
  const params = { locale: "en", council: officer.council.slug, vote: slug, pot: potSlug, project: "a-bench" };
  const ask = async () => GET(new Request(`http://localhost:3000/en/${officer.council.slug}${query}`), { params: Promise.resolve(params) });
  // The first asks what types the database has, and fills what is remembered for seconds.
  await (await ask()).text();
  said.length = 0;
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toBe("");
  return said.length;
}

test("the count of statements is told at all", async () => {
  said.length = 0;
  await database().execute("select 1");
  expect(said).toEqual(["select 1"]);
});

for (const page of PAGES)
  test(`${page.name}: as many statements for more as for one, at most ${String(page.most)}`, async () => {
    const [few, many] = [await statementsOf(page, one), await statementsOf(page, five)];
    expect(many, said.join("\n\n")).toBeLessThanOrEqual(few);
    expect(many, said.join("\n\n")).toBeLessThanOrEqual(page.most);
  });

test("themes of a consultation: as many statements for three written questions as for one", async () => {
  const statements: number[] = [];
  for (const codes of [["a"], ["a", "b", "c"]]) {
    const made = await makeConsultation(small);
    const { consultationId } = made;
    await makeResponse(small, made, Object.fromEntries(codes.map((code) => [code, { text: "The last bus" }])));
    await database().insert(themes).values(codes.map((questionCode) => ({ councilId: small.council.id, consultationId, questionCode, nameEn: "Buses", nameCy: "Bysiau", createdBy: one.officer.actor.personId, createdAt: new Date() })));
    said.length = 0;
    expect((await listFound(small, consultationId)).map(({ questionCode, themes: found }) => [questionCode, found.length])).toEqual(codes.map((code) => [code, 1]));
    statements.push(said.length);
  }
  expect(statements).toEqual([2, 2]);
});
