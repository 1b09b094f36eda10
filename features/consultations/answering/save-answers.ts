import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { openingAt } from "#domain/consultations/response.ts";
import { findQuestion } from "#domain/consultations/survey.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { now } from "#platform/clock.ts";
import { findResponse, findWardOfPostcode, type ResponseInHand } from "./queries.ts";

export interface SaveAnswersInput {
  readonly consultationId: string;
  readonly key: string;
  /** Judged answers by question; null for one that was left out. */
  readonly answers: Readonly<Record<string, Answer | null>>;
}

/**
 * Keeps what was answered on one page, under the version asked now. The last answer of several tabs stands.
 * Gives the whole response as it is then; refuses what was sent already, and anything after the close.
 */
export function saveAnswers(scope: PublicScope, { consultationId, key, answers }: SaveAnswersInput): Promise<Result<ResponseInHand, "gone" | "already-sent" | "not-open">> {
  return inTransaction(async (tx) => {
    const open = await getOpenSurvey(scope, consultationId, tx);
    if (openingAt(open, now()) !== "open") return err("not-open");
    const before = await findResponse(scope, consultationId, key, tx);
    if (before === null) return err("gone");
    if (before.state === "submitted") return err("already-sent");
    const known = Object.entries(answers).filter(([code]) => findQuestion(open.survey, code) !== undefined);
    const given: { responseId: string; consultationId: string; questionCode: string; value: Answer }[] = [];
    for (const [questionCode, answer] of known) {
      if (answer === null) continue;
      const value = answer.postcode === undefined ? answer : { ...answer, areaId: (await findWardOfPostcode(scope, answer.postcode, tx))?.id ?? null };
      given.push({ responseId: before.id, consultationId, questionCode, value });
    }
    const left = known.filter(([, answer]) => answer === null).map(([code]) => code);
    if (left.length > 0) await tx.delete(responseAnswers).where(and(eq(responseAnswers.responseId, before.id), inArray(responseAnswers.questionCode, left)));
    if (given.length > 0)
      await tx
        .insert(responseAnswers)
        .values(given)
        .onConflictDoUpdate({ target: [responseAnswers.responseId, responseAnswers.questionCode], set: { value: sql`excluded.value` } });
    await tx
      .update(responses)
      .set({ version: open.version, savedAt: now(), language: scope.locale })
      .where(and(eq(responses.councilId, scope.council.id), eq(responses.id, before.id), eq(responses.state, "in-progress")));
    const after = await findResponse(scope, consultationId, key, tx);
    return after === null ? err("gone") : ok(after);
  });
}
