import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ideaReviews, reviewVersions } from "#db/schema/budgeting/feasibility.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import type { Checks, Grade } from "#domain/budgeting/feasibility.ts";
import type { ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import { excludeProposals } from "#features/budgeting/feasibility/exclude-proposals.ts";
import { listAllReviews, listVersions } from "#features/budgeting/feasibility/queries.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makeWholeDraft } from "#testing/factories/votes.ts";
import { applyShortlist } from "./apply-shortlist.ts";
import { listShortlists, suggestShortlist } from "./queries.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const reviewer = await makeOfficer(council, "service-reviewer");
const fine = { state: "fine" as const, words: "" };
const FINE: Checks = { land: fine, planning: fine, upkeep: fine, equality: fine };

async function programme(count: number) {
  const engagementId = await makeWholeDraft(officer);
  const vote = await getVoteForOfficers(officer, engagementId);
  const rows = Array.from({ length: count }, (_, at) => ({
    id: randomId(),
    councilId: council.council.id,
    programmeId: vote.programme.id,
    number: at + 1,
    writtenIn: "en" as const,
    titleEn: `Proposal ${at + 1}`,
    textEn: "A bench by the river.",
    state: "feasible" as const,
    sentAt: new Date(),
    changedAt: new Date(),
  }));
  await db.insert(ideas).values(rows);
  await db.insert(ideaReviews).values(rows.map(({ id }) => ({ ideaId: id, councilId: council.council.id, checks: FINE, lowPence: 100_000, highPence: 150_000, changedAt: new Date() })));
  return { engagementId, programmeId: vote.programme.id, potId: vote.programme.pots[0]?.id ?? "", ids: rows.map(({ id }) => id) };
}
const stateOf = async (id = "") => (await db.select({ state: ideas.state, reason: ideas.reasonEn, reasonCy: ideas.reasonCy }).from(ideas).where(eq(ideas.id, id)))[0];

const CRITERIA: ShortlistCriteria = { fewestSupports: 0, most: 2, balanced: false, mostPence: null };
const NOTHING = { en: "", cy: "" };
const BECAUSE = { en: "The field is flooded each winter.", cy: "Mae’r cae dan ddŵr bob gaeaf." };
const onto = (potId: string, ...ids: readonly string[]) => new Map(ids.map((id) => [id, { potId, grade: null as Grade | null }]));

test("what is chosen goes on the ballot at the most it may cost, the rest is passed over with a public reason; once", async () => {
  const { engagementId, programmeId, potId, ids } = await programme(3);
  const [first = "", second = "", third = ""] = ids;
  const apply = () => applyShortlist(officer, { engagementId, criteria: CRITERIA, chosen: onto(potId, first, second), departure: NOTHING });
  expect([await apply(), await apply()]).toEqual([{ ok: true, value: undefined }, { ok: true, value: undefined }]);
  const { programme: after } = await getVoteForOfficers(officer, engagementId);
  expect(after.pots[0]?.projects.slice(2).map(({ id, costPence }) => [id, costPence])).toEqual([[first, 150_000], [second, 150_000]]);
  expect(await stateOf(third)).toMatchObject({ state: "not-shortlisted", reason: expect.stringContaining("short enough to read") as string, reasonCy: expect.stringContaining("papur pleidleisio") as string });
  // The criteria are published, once, with nothing decided otherwise.
  expect(await listShortlists(officer, programmeId)).toMatchObject([{ criteria: CRITERIA, departed: [], departure: NOTHING }]);
});

test("where officers decide otherwise than the criteria they say why, and that is the reason everybody reads", async () => {
  const { engagementId, programmeId, potId, ids } = await programme(3);
  const [first = "", second = "", third = ""] = ids;
  const apply = (departure: { readonly en: string; readonly cy: string }) => applyShortlist(officer, { engagementId, criteria: CRITERIA, chosen: onto(potId, first, third), departure });
  expect(await apply({ ...BECAUSE, cy: "" })).toMatchObject({ ok: false, error: [{ field: "departureCy", code: "departure-needed", params: { numbers: "2, 3" } }] });
  expect((await stateOf(first))?.state).toBe("feasible");
  expect(await apply(BECAUSE)).toMatchObject({ ok: true });
  expect(await stateOf(second)).toMatchObject({ state: "not-shortlisted", reason: BECAUSE.en, reasonCy: BECAUSE.cy });
  expect(await listShortlists(officer, programmeId)).toMatchObject([{ departed: [second, third], departure: BECAUSE }]);
  expect(await refusalOf(db.execute("update shortlists set most = 1"))).toBe("shortlists is append-only");
});

test("one version of a proposal goes on the ballot, with its cost and what is done of it", async () => {
  const { engagementId, programmeId, potId, ids } = await programme(2);
  const [first = "", second = ""] = ids;
  const version = (grade: Grade, costPence: number) => ({ ideaId: first, grade, councilId: council.council.id, whatEn: `${grade} benches`, whatCy: "", costPence, runningPence: null });
  await db.insert(reviewVersions).values([version("good", 40_000), version("better", 90_000), version("best", 200_000)]);
  const apply = (grade: Grade | null) => applyShortlist(officer, { engagementId, criteria: { ...CRITERIA, mostPence: 100_000 }, chosen: new Map([[first, { potId, grade }]]), departure: NOTHING });
  // The proposal as costed is above the limit; the dearest version within it is suggested.
  const suggested = suggestShortlist(await listAllReviews(officer, programmeId), [], await listVersions(officer, programmeId), { ...CRITERIA, mostPence: 100_000 });
  expect([suggested.chosen, suggested.versions.get(first)?.grade, suggested.passedOver.get(second)?.why]).toEqual([[first], "better", "too-dear"]);
  await db.delete(reviewVersions).where(eq(reviewVersions.grade, "best"));
  expect(await apply("best")).toMatchObject({ ok: false, error: [{ field: `version-${first}`, code: "no-such-version" }] });
  expect(await apply("better")).toMatchObject({ ok: true });
  const project = (await getVoteForOfficers(officer, engagementId)).programme.pots[0]?.projects.find(({ id }) => id === first);
  expect(project).toMatchObject({ costPence: 90_000, summary: { en: "better benches" } });
  expect((await listAllReviews(officer, programmeId)).find(({ ideaId }) => ideaId === first)).toMatchObject({ ballotGrade: "better", ballotPence: 90_000 });
  expect(await refusalOf(db.delete(reviewVersions).where(eq(reviewVersions.grade, "better")))).toContain("idea_reviews_ballot_grade_fk");
});

test("of two of which only one can be done both are never on a ballot, not even one after the other", async () => {
  const { engagementId, programmeId, potId, ids } = await programme(2);
  const [first = "", second = ""] = ids;
  await excludeProposals(reviewer, { programmeId, ideaId: first, otherNumber: 2, reason: { en: "One field", cy: "" } });
  const apply = (...chosen: readonly string[]) => applyShortlist(officer, { engagementId, criteria: CRITERIA, chosen: onto(potId, ...chosen), departure: BECAUSE });
  expect(await apply(first, second)).toMatchObject({ ok: false, error: [{ code: "both-excluded" }] });
  expect((await stateOf(first))?.state).toBe("feasible");
  expect(await apply(first)).toMatchObject({ ok: true });
  expect(await apply(second)).toMatchObject({ ok: false, error: [{ code: "both-excluded" }] });
});

test("one wrong part undoes all of it", async () => {
  const { engagementId, potId, ids } = await programme(3);
  const [first = "", second = "", third = ""] = ids;
  await db.update(ideaReviews).set({ lowPence: null, highPence: null }).where(eq(ideaReviews.ideaId, second));
  const apply = (chosen: ReturnType<typeof onto>, who = officer) => applyShortlist(who, { engagementId, criteria: CRITERIA, chosen, departure: BECAUSE });
  expect(await apply(onto(potId, first, second))).toEqual({ ok: false, error: [{ field: `pot-${second}`, code: "not-costed" }] });
  expect([await stateOf(first), await stateOf(third)].map((each) => each?.state)).toEqual(["feasible", "feasible"]);
  expect(await apply(onto(randomId(), first))).toEqual({ ok: false, error: [{ field: `pot-${first}`, code: "choose-one" }] });
  await expect(apply(new Map(), reviewer)).rejects.toMatchObject({ reason: "forbidden" });
});
