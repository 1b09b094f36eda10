import type { ActorScope } from "#domain/councils/scope.ts";
import { READINESS_ITEMS } from "#domain/involvement/readiness.ts";
import { beginResponse } from "#features/consultations/answering/begin-response.ts";
import { saveAnswers } from "#features/consultations/answering/save-answers.ts";
import { submitResponse } from "#features/consultations/answering/submit-response.ts";
import { publicScope } from "#features/councils/public-scope.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { checkQuality } from "#features/involvement/approval/check-quality.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { signReadiness } from "#features/involvement/approval/sign-readiness.ts";
import { createConsultation } from "#features/involvement/consulting/create-consultation.ts";
import { changeDetails } from "#features/involvement/drafting/change-details.ts";
import { changeTimes } from "#features/involvement/drafting/change-times.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { moveTimes } from "#features/involvement/conduct/move-times.ts";
import { randomId } from "#platform/random.ts";
import { busAnswers, type ConsultationStory } from "./consultations.ts";
import { done } from "../done.ts";

interface Times {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly resultsAt: Date;
}

/** Three people, for nobody checks or approves their own work. */
export interface Hands {
  readonly author: ActorScope;
  readonly checker: ActorScope;
  readonly approver: ActorScope;
}

/** Takes a consultation through approval to the public by the commands people use. */
export async function publishConsultation({ author, checker, approver }: Hands, story: ConsultationStory, times: Times): Promise<{ readonly engagementId: string; readonly consultationId: string }> {
  const engagementId = await draftConsultation(author, story, times);
  for (const item of READINESS_ITEMS) await done(signReadiness(author, { engagementId, item, evidence: "Cabinet report 26/41, appendix B" }));
  await done(sendForApproval(author, engagementId));
  await done(checkQuality(checker, { engagementId, note: "Read in both languages and tried on a telephone." }));
  await done(approveEngagement(approver, engagementId));
  await done(publishEngagement(author, engagementId));
  return { engagementId, consultationId: (await getConsultationForOfficers(author, engagementId)).consultation.id };
}

/** A consultation somebody is still working on. Gives its engagement's id. */
export async function draftConsultation(author: ActorScope, story: ConsultationStory, times: Times): Promise<string> {
  const { engagementId } = await done(createConsultation(author, { once: randomId(), title: story.title, topic: story.topic, slug: story.slug, survey: story.survey }));
  const draft = { engagementId, seen: "" };
  const { title, summary, decision, decidedBy, affected } = story;
  await done(changeDetails(author, draft, { slug: story.slug, texts: { title, summary, decision, decidedBy, affected }, level: "consult", topic: story.topic, statutoryBasis: "" }));
  await done(changeTimes(author, draft, times));
  return engagementId;
}

/** Lets so many people answer the bus survey. */
export async function answerBuses(council: string, consultationId: string, people: number): Promise<void> {
  for (let n = 0; n < people; n += 1) {
    const scope = await publicScope({ locale: n % 8 === 0 ? "cy" : "en", council });
    const begun = await done(beginResponse(scope, { consultationId, respondent: n === 5 ? "organisation" : "person", organisationName: n === 5 ? "Fellside Bus Users" : "", easyRead: false, recruitmentSource: n % 10 === 9 ? "panel" : "not-known" }));
    const at = { consultationId, key: begun.key };
    const own = n === 5 ? { organisation: { organisation: { name: "Fellside Bus Users", role: "Secretary", represents: "140 members, asked at our meeting in September" } } } : {};
    await done(saveAnswers(scope, { ...at, answers: { ...busAnswers(n), ...own } }));
    await done(submitResponse(scope, { ...at, publishConsent: n % 3 === 0 ? "no" : "yes" }));
  }
}

/** Lets a consultation close later, and tells everybody why. */
export async function giveMoreTime(officer: ActorScope, engagementId: string, closesAt: Date): Promise<void> {
  const { opensAt, resultsAt } = await getConsultationForOfficers(officer, engagementId);
  if (opensAt === null || resultsAt === null) return;
  const reason = { en: "The meeting in Fellside had to be put off because of snow. People there asked for another week.", cy: "Bu’n rhaid gohirio’r cyfarfod yn Fellside oherwydd eira. Gofynnodd pobl yno am wythnos arall." };
  await done(moveTimes(officer, { engagementId, once: randomId(), times: { opensAt, closesAt, resultsAt }, reason }));
}
