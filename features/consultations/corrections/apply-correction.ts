import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { answerThemes, themes } from "#db/schema/consultations/coding.ts";
import { publicationSteps, publishedAnswers } from "#db/schema/consultations/publishing.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import { londonInstant } from "#domain/basics/london-time.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { sourceOf } from "#domain/consultations/recruitment.ts";
import { changedAnswers, changesOf, isNoWider, type StandingPaper } from "#domain/consultations/register/correction.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { findWardOfPostcode } from "#features/consultations/answering/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface CorrectionToApply {
  readonly consultationId: string;
  readonly responseId: string;
  readonly before: StandingPaper;
  readonly after: StandingPaper;
  readonly reason: string;
}

/**
 * Writes a correction that has just come to stand into the response, as part of a command. Answers that changed are unread again, what was
 * published of them is taken down and waits to be decided anew, and themes found in an answer that is gone go with it.
 */
export async function applyCorrection(tx: Transaction, scope: ActorScope, { consultationId, responseId, before, after, reason }: CorrectionToApply): Promise<void> {
  authorise(scope, "responses.enter", undefined);
  const councilId = scope.council.id;
  const mine = and(eq(responses.councilId, councilId), eq(responses.id, responseId));
  const changed = changedAnswers(changesOf(before, after));
  const answers: Record<string, Answer> = {};
  for (const [code, answer] of Object.entries(after.answers)) {
    if (answer === undefined) continue;
    const same = before.answers[code];
    answers[code] = !changed.includes(code) && same ? same : answer.postcode === undefined ? answer : { ...answer, areaId: (await findWardOfPostcode(scope, answer.postcode))?.id ?? null };
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
