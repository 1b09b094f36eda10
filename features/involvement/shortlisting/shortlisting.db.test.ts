import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ideaReviews } from "#db/schema/budgeting/feasibility.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import type { Checks } from "#domain/budgeting/feasibility.ts";
import { excludeProposals } from "#features/budgeting/feasibility/exclude-proposals.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makeWholeDraft } from "#testing/factories/votes.ts";
import { applyShortlist } from "./apply-shortlist.ts";

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

test("what is chosen goes on the ballot at the most it may cost, the rest is passed over with a public reason; once", async () => {
  const { engagementId, potId, ids } = await programme(3);
  const [first = "", second = "", third = ""] = ids;
  const apply = () => applyShortlist(officer, { engagementId, chosen: new Map([[first, potId], [second, potId]]), passedOver: new Map([[third, "list-full" as const]]) });
  expect([await apply(), await apply()]).toEqual([{ ok: true, value: undefined }, { ok: true, value: undefined }]);
  const { programme: after } = await getVoteForOfficers(officer, engagementId);
  expect(after.pots[0]?.projects.slice(2).map(({ id, costPence }) => [id, costPence])).toEqual([[first, 150_000], [second, 150_000]]);
  expect(await stateOf(third)).toMatchObject({ state: "not-shortlisted", reason: expect.stringContaining("short enough to read") as string, reasonCy: expect.stringContaining("papur pleidleisio") as string });
});

test("of two of which only one can be done both are never on a ballot, not even one after the other", async () => {
  const { engagementId, programmeId, potId, ids } = await programme(2);
  const [first = "", second = ""] = ids;
  await excludeProposals(reviewer, { programmeId, ideaId: first, otherNumber: 2, reason: { en: "One field", cy: "" } });
  const apply = (...chosen: readonly string[]) => applyShortlist(officer, { engagementId, chosen: new Map(chosen.map((id) => [id, potId])), passedOver: new Map() });
  expect(await apply(first, second)).toMatchObject({ ok: false, error: [{ code: "both-excluded" }] });
  expect((await stateOf(first))?.state).toBe("feasible");
  expect(await apply(first)).toMatchObject({ ok: true });
  expect(await apply(second)).toMatchObject({ ok: false, error: [{ code: "both-excluded" }] });
});

test("one wrong part undoes all of it", async () => {
  const { engagementId, potId, ids } = await programme(3);
  const [first = "", second = "", third = ""] = ids;
  await db.update(ideaReviews).set({ lowPence: null, highPence: null }).where(eq(ideaReviews.ideaId, second));
  const chosen = new Map([[first, potId], [second, potId]]);
  expect(await applyShortlist(officer, { engagementId, chosen, passedOver: new Map([[third, "too-dear"]]) })).toEqual({ ok: false, error: [{ field: `pot-${second}`, code: "not-costed" }] });
  expect([await stateOf(first), await stateOf(third)].map((each) => each?.state)).toEqual(["feasible", "feasible"]);
  expect(await applyShortlist(officer, { engagementId, chosen: new Map([[first, randomId()]]), passedOver: new Map() })).toEqual({ ok: false, error: [{ field: `pot-${first}`, code: "choose-one" }] });
  await expect(applyShortlist(reviewer, { engagementId, chosen: new Map(), passedOver: new Map() })).rejects.toMatchObject({ reason: "forbidden" });
});
