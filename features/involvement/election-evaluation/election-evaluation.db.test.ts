import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { areas } from "#db/schema/councils/areas.ts";
import { earlierTurnouts } from "#db/schema/elections/earlier-turnouts.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { electionSchools, schools, schoolYears } from "#db/schema/elections/schools.ts";
import { rollEntries, rolls } from "#db/schema/eligibility/rolls.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { writeEvaluation } from "#features/involvement/evaluation/write-evaluation.ts";
import { findEvaluation } from "#features/involvement/evaluation/queries.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { holdElection } from "#testing/factories/elections.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { enterTurnout, strikeTurnout } from "./enter-turnout.ts";
import { getYearOfElection, listEarlierTurnouts, listElectionYears } from "./queries.ts";
import { turnoutDocument, turnoutTable } from "./ui/turnout-data.ts";

const { db } = await testDatabase();
const council = await makeCouncil();
const anybody = { ...council, kind: "public" } as unknown as PublicScope;
const ours = { councilId: council.council.id };
const both = (text: string) => ({ en: text, cy: `${text} (cy)` });

const wards = ["Alder", "Birch", "Cedar"].map((name, at) => ({ id: randomId(), ...ours, kind: "ward" as const, code: `E0500${String(at)}`, nameEn: name, nameCy: "" }));
await db.insert(areas).values(wards as never);
const [alder, birch, cedar] = wards.map(({ id }) => id);
const rollId = randomId();
await db.insert(rolls).values({ id: rollId, ...ours, name: "Pupils" });
const entry = (areaId: string | null, at: number, removedAt: Date | null = null) => ({ ...ours, rollId, reference: `${areaId ?? "none"}-${String(at)}`, referenceKey: `${areaId ?? "none"}-${String(at)}`, givenKey: "", familyKey: "", areaId, removedAt, removedReason: removedAt === null ? "" : "Moved" });
const people = (areaId: string | null, count: number) => Array.from({ length: count }, (_, at) => entry(areaId, at));
await db.insert(rollEntries).values([...people(alder!, 60), ...people(birch!, 40), ...people(cedar!, 30), ...people(null, 5), entry(alder!, 900, new Date(0)), entry(alder!, 901, new Date(Date.now() + 10 * 86_400_000))]);

const candidates = [{ given: "Amara" }, { given: "Rhys" }];
const before = await holdElection(council, { title: "Young mayor 2025", candidates, ballots: [{ times: 12, choices: [1], areaId: alder! }, { times: 20, choices: [2] }] });
const latest = await holdElection(council, { title: "Young mayor 2026", candidates, rollId, ballots: [{ times: 30, choices: [1], areaId: alder! }, { times: 4, choices: [2], areaId: birch! }, { times: 15, choices: [2], areaId: cedar! }] });
await holdElection(council, { title: "Parish", template: "parish-poll", candidates, ballots: [{ times: 30, choices: [1], areaId: alder! }] });
const back = addDays(londonDay(new Date()), -365);
const [row] = await db.select().from(elections).where(eq(elections.id, before.electionId));
const day = (from: string) => addDays(from, -365);
await db
  .update(elections)
  .set({ noticeOn: day(row!.noticeOn), nominationsOpenOn: day(row!.nominationsOpenOn), nominationsCloseOn: day(row!.nominationsCloseOn), withdrawByOn: day(row!.withdrawByOn), votingOpensOn: day(row!.votingOpensOn), pollingDay: back, resultsOn: back })
  .where(eq(elections.id, before.electionId));

const schoolId = randomId();
const electionSchoolId = randomId();
await db.insert(schools).values({ id: schoolId, ...ours, nameEn: "Millbrook High" });
await db.insert(electionSchools).values({ id: electionSchoolId, ...ours, electionId: latest.electionId, schoolId, joinedAt: new Date(), joinedBy: latest.author.actor.personId });
await db.insert(schoolYears).values({ electionSchoolId, yearGroup: 9, pupils: 120 });

test("turnout by area is of the roll where there is one, with small counts hidden, and elections of one kind stand beside each other", async () => {
  const { year, years } = await getYearOfElection(anybody, { engagementId: latest.engagementId, template: "young-mayor" });
  expect(years.years.map(({ slug }) => slug)).toEqual([latest.slug, before.slug]);
  // Whoever was taken off the list before voting closed is not on it; whoever was taken off afterwards was.
  expect(year.total).toEqual({ voted: 49, electors: 136, share: 49 / 136 });
  const line = (of: typeof year, areaId: string | null) => of.areas.find((each) => each.areaId === areaId);
  expect(line(year, alder!)).toMatchObject({ voted: 30, electors: 61 });
  expect([line(year, birch!), line(year, cedar!)]).toMatchObject([{ voted: null, electors: 40, share: null }, { voted: null, electors: 30 }]);
  expect(line(year, null)).toMatchObject({ voted: 0, electors: 5 });
  const first = years.years[1]!;
  expect(first.total).toEqual({ voted: 32, electors: null, share: null });
  expect(line(first, null)).toMatchObject({ voted: 20, electors: null });
});

test("there is none before a result is declared, and none of another council", async () => {
  await expect(getYearOfElection(anybody, { engagementId: randomId(), template: "young-mayor" })).rejects.toMatchObject({ reason: "not-found" });
  const other = await makeCouncil();
  expect((await listElectionYears({ ...other, kind: "public" } as unknown as PublicScope, "young-mayor")).years).toEqual([]);
});

test("the open data says the same as the page, and that something is hidden", async () => {
  const years = await listElectionYears(anybody, "young-mayor");
  const rows = turnoutTable(years);
  expect(rows.find((cells) => cells[0] === latest.slug && cells[4] === "Birch")).toEqual([latest.slug, expect.any(String), "area", "E05001", "Birch", "", "", 40, "", "yes", "yes", "counted"]);
  expect(rows.find((cells) => cells[0] === latest.slug && cells[2] === "all")).toEqual([latest.slug, expect.any(String), "all", "", "", "", 49, 136, (49 / 136).toFixed(4), "no", "yes", "counted"]);
  expect(rows.filter((cells) => cells[2] === "school" || cells[2] === "year-group").map((cells) => cells.slice(2))).toEqual([
    ["school", "", "Millbrook High", "", 0, 120, "0.0000", "no", "yes", "counted"],
    ["year-group", 9, "", "", 0, 120, "0.0000", "no", "yes", "counted"],
  ]);
  const written = JSON.stringify(turnoutDocument({ council: both("x"), address: "y", years, profile: null }));
  expect(JSON.parse(written)).toMatchObject({ format: "folkmoot/turnout/v1", elections: [{ slug: latest.slug, total: { voted: 49 } }, { slug: before.slug }], whoTookPart: null });
  expect(written).not.toMatch(/"voted":(4|15)\b/);
});

test("an election's evaluation is written and published by its officers", async () => {
  const evaluation = { engagementId: latest.engagementId, seen: "", worked: both("Schools"), change: both("Start sooner"), figures: [], source: "", publish: true };
  await expect(writeEvaluation(await makeOfficer(council, "moderator"), evaluation)).rejects.toMatchObject({ reason: "forbidden" });
  expect(await writeEvaluation(latest.author, { ...evaluation, change: { en: "", cy: "" } })).toMatchObject({ ok: false, error: [{ field: "changeEn", code: "required" }, { field: "changeCy" }] });
  expect(await writeEvaluation(latest.author, evaluation)).toEqual({ ok: true, value: undefined });
  expect(await findEvaluation(anybody, latest.engagementId)).toMatchObject({ worked: { en: "Schools" }, publishedAt: expect.any(Date) as Date });
});

test("turnout of elections held before is entered once, stands among the years as entered, and can only be struck out", async () => {
  const once = randomId();
  const entry = { once, template: "young-mayor" as const, title: both("Young mayor 2019"), pollingDay: "2019-03-14", voted: 400, electors: 1000, source: both("The declaration of 2019") };
  const enter = (more: Partial<typeof entry> = {}) => enterTurnout(latest.author, { ...entry, ...more });
  await expect(enterTurnout(await makeOfficer(council, "moderator"), entry)).rejects.toMatchObject({ reason: "forbidden" });
  expect(await enter({ pollingDay: londonDay(new Date()), voted: 2000 })).toMatchObject({ error: [{ field: "pollingDay", code: "still-to-come" }, { field: "voted", code: "more-than-roll" }] });
  expect(await Promise.all([enter(), enter()])).toEqual([{ ok: true, value: undefined }, { ok: true, value: undefined }]);
  expect(await enter({ once: randomId() })).toMatchObject({ error: [{ field: "pollingDay", code: "entered-already" }] });
  const years = await listElectionYears(anybody, "young-mayor");
  expect(years.years.map(({ slug, entered, total }) => [slug, entered?.en ?? null, total.voted])).toEqual([[latest.slug, null, 49], [before.slug, null, 32], ["entered-2019-03-14", "The declaration of 2019", 400]]);
  expect(turnoutTable(years).at(-1)).toEqual(["entered-2019-03-14", "2019-03-14", "all", "", "", "", 400, 1000, "0.4000", "no", "yes", "entered: The declaration of 2019"]);
  expect(turnoutDocument({ council: both("x"), address: "y", years, profile: null }).elections.at(-1)).toMatchObject({ entered: { source: { en: "The declaration of 2019" } } });
  expect((await listElectionYears(anybody, "parish-poll")).years).toHaveLength(1);
  // It has no evaluation of its own, and another council has none of it.
  await expect(getElectionInView(anybody, "entered-2019-03-14")).rejects.toMatchObject({ reason: "not-found" });
  const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
  await expect(strikeTurnout(stranger, { turnoutId: once, reason: "x" })).rejects.toMatchObject({ reason: "not-found" });
  expect(await refusalOf(db.update(earlierTurnouts).set({ voted: 900 }).where(eq(earlierTurnouts.id, once)))).toBe("A turnout that was entered is not changed");
  expect(await strikeTurnout(latest.author, { turnoutId: once, reason: "Of another council" })).toEqual({ ok: true, value: undefined });
  expect(await refusalOf(db.update(earlierTurnouts).set({ struckReason: "Another" }).where(eq(earlierTurnouts.id, once)))).toBe("A turnout that was entered is not changed");
  expect((await listElectionYears(anybody, "young-mayor")).years).toHaveLength(2);
  expect(await enter({ once: randomId(), voted: 401 })).toEqual({ ok: true, value: undefined });
  expect((await listEarlierTurnouts(latest.author)).map(({ voted }) => voted)).toEqual([401]);
});
