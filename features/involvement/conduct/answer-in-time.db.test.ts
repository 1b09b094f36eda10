import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { engagements, responseDelays } from "#db/schema/involvement/engagements.ts";
import { getConsultation } from "#features/consultations/surveys/queries.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { listChanges } from "#features/involvement/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { refusalOf } from "#testing/refusal.ts";
import { explainDelay } from "./explain-delay.ts";
import { moveTimes } from "./move-times.ts";
import { listDelays } from "./queries.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const moderator = await makeOfficer(council, "moderator");
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const both = (en: string) => ({ en, cy: `${en} (cy)` });

async function open() {
  const made = await makeConsultation(council, { opensAt: inDays(-3), closesAt: inDays(40) });
  await db.update(engagements).set({ resultsAt: inDays(60) }).where(eq(engagements.id, made.engagementId));
  return { ...made, times: await timesOf(made.engagementId) };
}
const timesOf = async (id: string) => {
  const { opensAt, closesAt, resultsAt } = await getConsultationForOfficers(officer, id);
  return { opensAt: opensAt as Date, closesAt: closesAt as Date, resultsAt: resultsAt as Date };
};

test("a close that is moved is moved for whoever answers, listed once with its reason", async () => {
  const { engagementId, consultationId, times } = await open();
  const later = new Date(times.closesAt.getTime() + 7 * 86_400_000);
  const move = { engagementId, once: randomId(), times: { ...times, closesAt: later }, reason: both("The village was cut off by snow.") };
  expect((await Promise.all([moveTimes(officer, move), moveTimes(officer, move)])).every(({ ok }) => ok)).toBe(true);
  expect((await getConsultation(council, consultationId)).closesAt).toEqual(later);
  expect((await timesOf(engagementId)).closesAt).toEqual(later);
  const changes = await listChanges(engagementId);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.reason.cy).toBe("The village was cut off by snow. (cy)");
  expect(changes[0]?.what.en).toMatch(/^It closes on .+, and not on .+\.$/);
  expect(await moveTimes(officer, { ...move, once: randomId(), times: { ...times, closesAt: inDays(20) } })).toEqual({ ok: false, error: [{ field: "closesOn", code: "closes-earlier" }] });
  await expect(moveTimes(moderator, { ...move, once: randomId() })).rejects.toMatchObject({ reason: "forbidden" });
});

test("whoever moves the times of what is public, by whatever way, moves when answers are taken", async () => {
  const { engagementId, consultationId } = await open();
  const over = inDays(-1);
  await sql`update engagements set closes_at = ${over} where id = ${engagementId}`;
  expect((await getConsultation(council, consultationId)).closesAt).toEqual(over);
});

test("why an answer is late is said after the close only, stays, and is said once", async () => {
  const { engagementId } = await open();
  const delay = { engagementId, once: randomId(), reason: both("The election came between."), expectedOn: inDays(30).toISOString().slice(0, 10) };
  expect(await explainDelay(officer, delay)).toEqual({ ok: false, error: "not-closed" });
  await sql`update engagements set opens_at = ${inDays(-200)}, closes_at = ${inDays(-100)} where id = ${engagementId}`;
  expect(await explainDelay(officer, { ...delay, expectedOn: inDays(-2).toISOString().slice(0, 10) })).toEqual({ ok: false, error: "expected-past" });
  expect((await Promise.all([explainDelay(officer, delay), explainDelay(officer, delay)])).every(({ ok }) => ok)).toBe(true);
  expect(await listDelays(engagementId)).toMatchObject([{ reason: delay.reason, expectedOn: delay.expectedOn }]);
  expect(await refusalOf(sql`update response_delays set reason_en = 'Another' where id = ${delay.once}`)).toContain("response_delays is append-only");
  expect(await refusalOf(sql`delete from response_delays where id = ${delay.once}`)).toContain("response_delays is append-only");
  expect(await refusalOf(db.insert(responseDelays).values({ engagementId, reasonEn: "", expectedOn: delay.expectedOn, givenBy: officer.actor.personId, givenAt: new Date() }))).toContain("response_delays_reason_check");
});
