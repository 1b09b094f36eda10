import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { answerThemes, themes } from "#db/schema/consultations/coding.ts";
import { publicationSteps, publishedAnswers } from "#db/schema/consultations/publishing.ts";
import { responseContacts } from "#db/schema/consultations/register.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import { mailingLists } from "#db/schema/notifications/letters.ts";
import { londonInstant } from "#domain/basics/london-time.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { sourceOf } from "#domain/consultations/recruitment.ts";
import { changedAnswers, changesOf, isNoWider, type StandingPaper } from "#domain/consultations/register/correction.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { findWardOfPostcode } from "#features/consultations/answering/queries.ts";
import { listForResults, tellReceived, type ConsultationToEnter } from "#features/consultations/register/tell-received.ts";
import { addressHash } from "#features/notifications/mailing-list/list-links.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface CorrectionToApply {
  readonly at: ConsultationToEnter;
  readonly responseId: string;
  readonly reference: string;
  readonly before: StandingPaper;
  readonly after: StandingPaper;
  readonly reason: string;
}

/**
 * Writes a correction that has just come to stand into the response, as part of a command. Answers that changed are unread again, what was
 * published of them is taken down and waits to be decided anew, and themes found in an answer that is gone go with it. Whoever is written to under
 * another e-mail address is told there that their response came.
 */
export async function applyCorrection(tx: Transaction, scope: ActorScope, { at, responseId, reference, before, after, reason }: CorrectionToApply): Promise<void> {
  authorise(scope, "responses.enter", undefined);
  const { consultationId } = at;
  const councilId = scope.council.id;
  const mine = and(eq(responses.councilId, councilId), eq(responses.id, responseId));
  const changed = changedAnswers(changesOf(before, after));
  const answers: Record<string, Answer> = {};
  for (const [code, answer] of Object.entries(after.answers)) {
    if (answer === undefined) continue;
    const same = before.answers[code];
    answers[code] = !changed.includes(code) && same ? same : answer.postcode === undefined ? answer : { ...answer, areaId: (await findWardOfPostcode(scope, answer.postcode, tx))?.id ?? null };
  }
  await tx
    .update(responses)
    .set({
      channel: after.channel,
      receivedAt: londonInstant(after.receivedOn, "00:00"),
      respondent: after.respondent,
      organisationName: after.respondent === "organisation" ? after.organisationName : "",
      language: after.language,
      publishConsent: isNoWider(before.publishConsent, after.publishConsent) ? after.publishConsent : before.publishConsent,
      recruitmentSource: sourceOf("not-known", answers),
    })
    .where(mine);
  await correctContact(tx, scope, at, { responseId, reference, before, after });
  if (changed.length > 0) {
    await takeDown(tx, scope, responseId, changed);
    const gone = changed.filter((code) => answers[code] === undefined);
    if (gone.length > 0) {
      const ofGone = tx.select({ id: themes.id }).from(themes).where(and(eq(themes.consultationId, consultationId), inArray(themes.questionCode, gone)));
      await tx.delete(answerThemes).where(and(eq(answerThemes.responseId, responseId), inArray(answerThemes.themeId, ofGone)));
      await tx.delete(responseAnswers).where(and(eq(responseAnswers.responseId, responseId), inArray(responseAnswers.questionCode, gone)));
    }
    const rows = changed.flatMap((questionCode) => (answers[questionCode] === undefined ? [] : [{ responseId, consultationId, questionCode, value: answers[questionCode] }]));
    if (rows.length > 0)
      await tx
        .insert(responseAnswers)
        .values(rows)
        .onConflictDoUpdate({ target: [responseAnswers.responseId, responseAnswers.questionCode], set: { value: sql`excluded.value` } });
  }
  await record(tx, scope, { act: "response.corrected", thing: { kind: "response", id: responseId }, detail: { consultation: consultationId, reason, changed: changesOf(before, after).map((part) => (typeof part === "string" ? part : part.question)) } });
  await renewPages(tx, scope.council.slug);
}

/** Writes to whom letters go from now on. A letter that went to another address than now is on the list to be printed anew. */
async function correctContact(tx: Transaction, scope: ActorScope, at: ConsultationToEnter, { responseId, reference, before, after }: Pick<CorrectionToApply, "responseId" | "reference" | "before" | "after">): Promise<void> {
  const [was, contact] = [before.contact, after.contact];
  const mine = and(eq(responseContacts.councilId, scope.council.id), eq(responseContacts.responseId, responseId));
  if (contact) await tx.insert(responseContacts).values({ responseId, councilId: scope.council.id, ...contact }).onConflictDoUpdate({ target: responseContacts.responseId, set: contact });
  else if (was) await tx.delete(responseContacts).where(mine);
  const sameAddress = contact?.email.toLowerCase() === was?.email.toLowerCase();
  if (was?.email && was.tellResults && !(sameAddress && contact?.tellResults)) await leaveResults(tx, scope, at, was.email);
  if (!contact) return;
  if (!sameAddress) await tellReceived(tx, scope, at, { responseId, reference, receivedOn: after.receivedOn, language: after.language, contact });
  else if (!was?.tellResults) await listForResults(tx, scope, at.engagementId, after.language, contact);
}

/** Takes an address that officers wrote in off the list of those who are told what came of it, unless another response to the consultation gave it too. Whoever joined by themselves stays. */
async function leaveResults(tx: Transaction, scope: ActorScope, { consultationId, engagementId }: ConsultationToEnter, email: string): Promise<void> {
  const given = await tx.execute(sql`
    select from response_contacts k join responses r on r.id = k.response_id
    where r.consultation_id = ${consultationId} and k.council_id = ${scope.council.id} and lower(k.email) = lower(${email}) and k.tell_results limit 1`);
  if (given.length === 0) await tx.delete(mailingLists).where(and(eq(mailingLists.councilId, scope.council.id), eq(mailingLists.engagementId, engagementId), eq(mailingLists.addressHash, addressHash(email)), eq(mailingLists.entered, true)));
}

/** Takes down what was published of answers that changed: nobody decided about their words as they are now. */
async function takeDown(tx: Transaction, scope: ActorScope, responseId: string, codes: readonly string[]): Promise<void> {
  await tx.delete(publishedAnswers).where(and(eq(publishedAnswers.responseId, responseId), inArray(publishedAnswers.questionCode, [...codes])));
  const newest = await tx
    .selectDistinctOn([publicationSteps.questionCode])
    .from(publicationSteps)
    .where(and(eq(publicationSteps.responseId, responseId), inArray(publicationSteps.questionCode, [...codes])))
    .orderBy(publicationSteps.questionCode, desc(publicationSteps.step));
  const undone = newest.filter(({ verdict }) => verdict !== "undecided");
  if (undone.length === 0) return;
  await tx.insert(publicationSteps).values(undone.map(({ questionCode, step }) => ({ responseId, questionCode, step: step + 1, verdict: "undecided" as const, reason: "", cuts: [], decidedBy: scope.actor.personId, decidedAt: now() })));
}
