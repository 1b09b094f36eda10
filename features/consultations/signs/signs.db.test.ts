import { expect, test } from "vitest";
import { countResponses, countValues, EVERYBODY, findAsked } from "#features/consultations/analysis/queries.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeResponse } from "#testing/factories/responses.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { askForSigns, judgeSign } from "./actions.ts";
import { compareWithout, findCountedApart, findSearch, listSigns } from "./queries.ts";
import { searchSigns } from "./search-signs.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const DAY = 86_400_000;
const made = await makeConsultation(council, { opensAt: new Date(Date.now() - 30 * DAY), closesAt: new Date(Date.now() + DAY) });
const { consultationId } = made;
const LETTER = "Please keep the last bus because without it nobody in Fellside can come home after work";
const spread = (at: number) => ({ receivedAt: new Date(Date.now() - (at + 2) * 20 * 3_600_000) });
for (let at = 0; at < 6; at += 1) await makeResponse(council, made, { "how-often": { choice: "daily" }, anything: { text: `${LETTER} ${"abcdef"[at] ?? ""}` } }, spread(at));
for (let at = 0; at < 8; at += 1) await makeResponse(council, made, { "how-often": { choice: at < 5 ? "never" : "weekly" } }, spread(at + 6));
const burst = Date.now() - 10 * DAY - 7 * 3_600_000;
for (let at = 0; at < 20; at += 1) await makeResponse(council, made, { "how-often": { choice: "weekly" } }, { receivedAt: new Date(burst + at * 10_000) });
for (let at = 0; at < 2; at += 1) await makeResponse(council, made, { "how-often": { choice: "weekly" } }, { ...spread(at + 14), respondent: "organisation", organisationName: `Bus Users${at === 0 ? "" : "!"}` });
const look = async () => {
  await askForSigns({ scope: officer, consultationId }, {});
  await searchSigns(await systemScope(council.council.id, "search-signs"), consultationId);
};
const at = { scope: officer, consultationId };
const asked = await findAsked(council, consultationId);

test("campaign texts, bursts and second responses are found, once, and change nothing", async () => {
  await look();
  await look();
  const signs = await listSigns(council, consultationId);
  expect(signs.map(({ kind, responses, verdict }) => [kind, responses.length, verdict])).toEqual([["burst", 20, "undecided"], ["campaign", 6, "undecided"], ["duplicate", 2, "undecided"]]);
  expect(signs[1]?.example).toContain("Please keep");
  expect(await findSearch(consultationId)).toMatchObject({ responses: 36 });
  expect((await countResponses(council, consultationId)).responses).toBe(36);
  expect((await countResponses(council, consultationId, { ...EVERYBODY, apart: "without" })).responses).toBe(36);
  // Who a group is known by is not kept.
  expect(JSON.stringify(await sql`select group_key from response_signs`)).not.toContain("Users");
});

test("a person decides; what is counted apart is reported with and without, and stays in every count", async () => {
  const [, campaign] = await listSigns(council, consultationId);
  const judged = { kind: [campaign!.kind], group: [campaign!.groupKey], verdict: ["apart"] };
  const bare = await judgeSign(at, judged);
  expect(bare.ok ? [] : bare.error.faults).toEqual([{ field: "reason", code: "reason-missing" }]);
  expect((await judgeSign(at, { ...judged, reason: ["One letter from a website"] })).ok).toBe(true);
  expect(await findCountedApart(council, consultationId)).toEqual({ responses: 6, groups: [{ kind: "campaign", responses: 6, reason: "One letter from a website" }] });
  const [often] = await compareWithout(council, consultationId, asked);
  expect([often?.all.counts.get("daily"), often?.without.counts.get("daily")]).toEqual([6, undefined]);
  expect([often?.all.answered, often?.without.answered]).toEqual([36, 30]);
  expect((await countValues(council, consultationId, asked.dimensions[0]!)).counts.get("daily")).toBe(6);
});

test("who comes new to a judged group waits for a person; what was decided stays", async () => {
  await makeResponse(council, made, { anything: { text: `${LETTER} g` } }, { receivedAt: new Date(Date.now() - 1000) });
  await look();
  const campaign = (await listSigns(council, consultationId)).find(({ kind }) => kind === "campaign");
  expect([campaign?.verdict, campaign?.responses.length]).toEqual(["undecided", 7]);
  expect((await findCountedApart(council, consultationId)).responses).toBe(6);
  await judgeSign(at, { kind: ["campaign"], group: [campaign!.groupKey], verdict: ["stands"] });
  expect((await findCountedApart(council, consultationId)).responses).toBe(0);
});

test("only those who work with responses may judge, and only their own council's", async () => {
  const [sign] = await listSigns(council, consultationId);
  const typed = { kind: [sign!.kind], group: [sign!.groupKey], verdict: ["stands"] };
  await expect(judgeSign({ ...at, scope: await makeOfficer(council, "moderator") }, typed)).rejects.toThrow("forbidden: responses.judge-signs");
  await judgeSign({ ...at, scope: await makeOfficer(await makeCouncil(), "engagement-officer") }, typed);
  expect((await listSigns(council, consultationId)).find(({ groupKey }) => groupKey === sign!.groupKey)?.verdict).toBe("undecided");
});
