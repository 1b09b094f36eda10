import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { engagements, engagementSubmissions } from "#db/schema/involvement/engagements.ts";
import { READINESS_ITEMS } from "#domain/involvement/readiness.ts";
import { err, ok } from "#domain/basics/result.ts";
import { getOpenSurvey, listVersions } from "#features/consultations/surveys/queries.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { checkQuality } from "#features/involvement/approval/check-quality.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { sendBack } from "#features/involvement/approval/send-back.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { signReadiness } from "#features/involvement/approval/sign-readiness.ts";
import { changeDetails } from "#features/involvement/drafting/change-details.ts";
import { changeTimes } from "#features/involvement/drafting/change-times.ts";
import { getConsultationForOfficers, getVoteForOfficers, listSubmissions, seenOf } from "#features/involvement/drafting/queries.ts";
import { listChanges, listEngagements } from "#features/involvement/queries.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { BUS_SURVEY, words } from "#testing/factories/surveys.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { changeSurvey } from "./change-survey.ts";
import { createConsultation } from "./create-consultation.ts";
import { publishVersion } from "./publish-version.ts";

const { db } = await testDatabase();
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const checker = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const WHOLE = { ...BUS_SURVEY, start: { ...BUS_SURVEY.start, why: words("The contract ends.") } };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

async function begin(): Promise<string> {
  const made = await createConsultation(officer, { once: randomId(), title: both("Buses"), topic: "transport-and-streets", survey: WHOLE });
  if (!made.ok) throw new Error("No consultation was made");
  const { engagementId } = made.value;
  const draft = { engagementId, seen: "" };
  await changeDetails(officer, draft, {
    slug: `buses-${engagementId.slice(0, 8)}`,
    texts: { title: both("Buses"), summary: both("Which buses."), decision: both("Which routes."), decidedBy: both("Cabinet."), affected: both("Everybody.") },
    level: "consult",
    topic: "transport-and-streets",
    statutoryBasis: "",
  });
  await changeTimes(officer, draft, { opensAt: inDays(-1), closesAt: inDays(50), resultsAt: inDays(70) });
  for (const item of READINESS_ITEMS) await signReadiness(officer, { engagementId, item, evidence: "Minute 14" });
  return engagementId;
}

async function publish(): Promise<string> {
  const engagementId = await begin();
  for (const step of [await sendForApproval(officer, engagementId), await checkQuality(checker, { engagementId, note: "Read" }), await approveEngagement(approver, engagementId), await publishEngagement(officer, engagementId)]) expect(step.ok).toBe(true);
  return engagementId;
}

describe("a consultation", () => {
  test("goes the way of every engagement, and its survey becomes version 1", async () => {
    const engagementId = await publish();
    const { consultation, slug } = await getConsultationForOfficers(officer, engagementId);
    expect(consultation.version).toBe(1);
    expect(await getOpenSurvey(council, consultation.id)).toMatchObject({ version: 1, survey: WHOLE });
    expect((await listEngagements(council)).find((each) => each.slug === slug)).toMatchObject({ takenPart: 0, surveyMinutes: 5, consultationId: consultation.id });
    const [{ content } = { content: {} as Record<string, string> }] = await listSubmissions(engagementId);
    expect(content["question.how-often.text.en"]).toBe("What about how-often?");
    await expect(getVoteForOfficers(officer, engagementId)).rejects.toMatchObject({ reason: "not-found" });
  });

  test("is not sent for approval while somebody would be stuck in it", async () => {
    const engagementId = await begin();
    await changeSurvey(officer, { engagementId, seen: "" }, { what: "section", part: () => null }, (survey) => ok({ ...survey, sections: [] }));
    for (const item of READINESS_ITEMS) await signReadiness(officer, { engagementId, item, evidence: "Minute 14" });
    expect(await sendForApproval(officer, engagementId)).toEqual({ ok: false, error: [{ field: "survey", code: "survey-has-faults", params: { count: 1 } }] });
  });

  test("made twice from one form is one", async () => {
    const input = { once: randomId(), title: both("Parks"), topic: "environment-and-parks" as const, survey: WHOLE };
    const [first, second] = await Promise.all([createConsultation(officer, input), createConsultation(officer, input)]);
    expect(first).toEqual(second);
  });

  test("is changed by one person at a time, and a refused change writes nothing", async () => {
    const engagementId = await begin();
    const part = (survey: typeof WHOLE) => survey.minutes;
    const seen = seenOf(5);
    expect(await changeSurvey(officer, { engagementId, seen }, { what: "minutes", part }, (survey) => ok({ ...survey, minutes: 7 }))).toEqual(ok());
    expect(await changeSurvey(officer, { engagementId, seen }, { what: "minutes", part }, (survey) => ok({ ...survey, minutes: 9 }))).toEqual(err("changed-meanwhile"));
    expect(await changeSurvey(officer, { engagementId, seen: "" }, { what: "minutes", part }, () => err("no"))).toEqual(err("no"));
    expect((await getConsultationForOfficers(officer, engagementId)).consultation.draft.minutes).toBe(7);
  });

  test("is asked in a new version only once that is published, with the reason listed", async () => {
    const engagementId = await publish();
    const once = randomId();
    const change = { engagementId, once, what: both("A question is shorter."), reason: both("People said so.") };
    expect(await publishVersion(officer, { ...change, once: randomId() })).toEqual(err("nothing-changed"));
    await changeSurvey(officer, { engagementId, seen: "" }, { what: "minutes", part: () => null }, (survey) => ok({ ...survey, minutes: 4 }));
    const { consultation } = await getConsultationForOfficers(officer, engagementId);
    expect((await getOpenSurvey(council, consultation.id)).survey.minutes).toBe(5);
    expect(await publishVersion(officer, change)).toEqual(ok({ version: 2 }));
    expect(await publishVersion(officer, change)).toEqual(ok({ version: 2 }));
    expect((await getOpenSurvey(council, consultation.id)).survey.minutes).toBe(4);
    expect((await listVersions(officer, consultation.id)).map(({ version }) => version)).toEqual([2, 1]);
    expect(await listChanges(engagementId)).toHaveLength(1);
  });

  test("is not for residents or approvers to write", async () => {
    const engagementId = await begin();
    await expect(changeSurvey(approver, { engagementId, seen: "" }, { what: "x", part: () => null }, (survey) => ok(survey))).rejects.toMatchObject({ reason: "forbidden" });
  });
});

describe("the quality of a consultation", () => {
  test("is checked by a third person before it is approved, not even the database does without", async () => {
    const engagementId = await begin();
    await sendForApproval(officer, engagementId);
    const approvingOfficer = await makeOfficer(council, "engagement-officer", "approver");
    expect(await approveEngagement(approver, engagementId)).toEqual(err("not-checked"));
    await expect(db.update(engagements).set({ state: "approved", approverId: approver.actor.personId }).where(eq(engagements.id, engagementId))).rejects.toMatchObject({ cause: { code: "23001" } });
    await expect(checkQuality(officer, { engagementId, note: "" })).rejects.toMatchObject({ reason: "forbidden" });
    const check = { engagementId, note: "Clear." };
    expect([await checkQuality(approvingOfficer, check), await checkQuality(approvingOfficer, check)]).toEqual([ok(), ok()]);
    expect(await checkQuality(checker, check)).toEqual(err("checked-already"));
    expect(await approveEngagement(approvingOfficer, engagementId)).toEqual(err("checked-it"));
    expect(await approveEngagement(approver, engagementId)).toEqual(ok());
    expect((await listSubmissions(engagementId))[0]).toMatchObject({ checkedById: approvingOfficer.actor.personId, checkNote: "Clear.", answer: "approved" });
  });

  test("that is not good enough sends it back, and the next round is checked anew", async () => {
    const engagementId = await begin();
    await sendForApproval(officer, engagementId);
    await expect(sendBack(officer, { engagementId, reason: "Mine" })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await sendBack(checker, { engagementId, reason: "Question 3 asks two things" })).toEqual(ok());
    await sendForApproval(officer, engagementId);
    expect((await listSubmissions(engagementId))[0]).toMatchObject({ round: 2, checkedById: null });
    expect(await approveEngagement(approver, engagementId)).toEqual(err("not-checked"));
    await expect(
      db.update(engagementSubmissions).set({ checkedBy: officer.actor.personId, checkedAt: new Date() }).where(and(eq(engagementSubmissions.engagementId, engagementId), eq(engagementSubmissions.round, 2))),
    ).rejects.toMatchObject({ cause: { constraint_name: "engagement_submissions_own_check_check" } });
  });
});
