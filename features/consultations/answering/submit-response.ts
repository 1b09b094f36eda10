import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { savedReminders } from "#db/schema/consultations/register.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { makeReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { fieldOf } from "#domain/consultations/answer-form.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import { judgeAnswer, judgeMissing } from "#domain/consultations/judge-answer.ts";
import { openingAt, REFERENCE_LENGTH, type PublishConsent } from "#domain/consultations/response.ts";
import { sourceOf } from "#domain/consultations/recruitment.ts";
import { askedOf } from "#domain/consultations/routing.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { now } from "#platform/clock.ts";
import { randomBelow } from "#platform/random.ts";
import { holdResponse } from "./queries.ts";

export interface SubmitResponseInput {
  readonly consultationId: string;
  readonly key: string;
  /** Whether their own words may be published. */
  readonly publishConsent: PublishConsent;
}

export type SubmitFault = "gone" | "not-open" | readonly Fault[];

/** What is still missing or no longer fits, question by question. */
export const faultsOf = (asked: readonly Question[], answers: Answers): readonly Fault[] =>
  asked.flatMap((question) => {
    const answer = answers[question.code];
    return (answer === undefined ? judgeMissing(question) : judgeAnswer(question, answer)).map((fault) => ({ ...fault, field: fieldOf(question.code, fault.field) }));
  });

/**
 * Sends a response: all of it is judged once more by the version asked now, answers to questions that are not asked are left
 * out, and one statement gives it its reference while the consultation is open. Sent twice, or from two tabs, it is sent once:
 * the second is given the same reference, and told so by `again`.
 */
export function submitResponse(scope: PublicScope, { consultationId, key, publishConsent }: SubmitResponseInput): Promise<Result<{ readonly reference: string; readonly again: boolean }, SubmitFault>> {
  return inTransaction(async (tx) => {
    const open = await getOpenSurvey(scope, consultationId, tx);
    // From here on no other tab writes: the row is held.
    const response = await holdResponse(scope, consultationId, key, tx);
    if (response === null) return err("gone");
    if (response.reference !== null) return ok({ reference: response.reference, again: true });
    if (openingAt(open, now()) !== "open") return err("not-open");
    const asked = askedOf(open.survey, response.answers, response.respondent);
    const faults = faultsOf(asked, response.answers);
    if (faults.length > 0) return err(faults);
    const mine = and(eq(responses.councilId, scope.council.id), eq(responses.id, response.id));
    const left = Object.keys(response.answers).filter((code) => !asked.some((question) => question.code === code));
    if (left.length > 0) await tx.delete(responseAnswers).where(and(eq(responseAnswers.responseId, response.id), inArray(responseAnswers.questionCode, left)));
    const reference = makeReadableCode(REFERENCE_LENGTH, randomBelow);
    const sent = await tx
      .update(responses)
      .set({
        state: "submitted",
        version: open.version,
        receivedAt: now(),
        reference,
        returnCodeHash: null,
        publishConsent,
        recruitmentSource: sourceOf(response.recruitmentSource, response.answers),
      })
      .where(and(mine, eq(responses.state, "in-progress"), sql`exists (select from consultations c where c.id = ${consultationId} and c.opens_at <= ${now().toISOString()}::timestamptz and c.closes_at > ${now().toISOString()}::timestamptz)`))
      .returning({ reference: responses.reference });
    if (sent.length === 0) return err("not-open");
    await tx.delete(savedReminders).where(eq(savedReminders.responseId, response.id));
    return ok({ reference, again: false });
  });
}
