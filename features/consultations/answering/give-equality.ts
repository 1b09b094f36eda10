import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { equalityRecords, responses } from "#db/schema/consultations/responses.ts";
import { questionsOf } from "#domain/consultations/survey.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { findResponse } from "./queries.ts";

export interface GiveEqualityInput {
  readonly consultationId: string;
  readonly key: string;
  /** Read by `readEquality`; empty where all was passed over. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * Keeps what somebody says of themselves for equality, once, in a record that names no response. Two statements on purpose and
 * not one transaction: what is written in one transaction can be told to belong together by whoever reads the database's inside.
 */
export async function giveEquality(scope: PublicScope, { consultationId, key, answers }: GiveEqualityInput): Promise<Result<void, "gone">> {
  const response = await findResponse(scope, consultationId, key);
  if (response === null || response.state !== "submitted") return err("gone");
  const asked = await database()
    .update(responses)
    .set({ equalityAsked: true })
    .where(and(eq(responses.councilId, scope.council.id), eq(responses.id, response.id), eq(responses.equalityAsked, false)))
    .returning({ id: responses.id });
  if (asked.length === 0 || Object.keys(answers).length === 0) return ok();
  const { survey } = await getOpenSurvey(scope, consultationId);
  const alongside: Record<string, Answer> = {};
  for (const { code, byGroup } of questionsOf(survey)) {
    const answer = byGroup ? response.answers[code] : undefined;
    // Choices only: nothing somebody wrote goes along.
    if (answer) alongside[code] = { ...(answer.choice === undefined ? {} : { choice: answer.choice }), ...(answer.choices === undefined ? {} : { choices: answer.choices }), ...(answer.agreed === undefined ? {} : { agreed: answer.agreed }), ...(answer.dontKnow ? { dontKnow: true as const } : {}) };
  }
  await database().insert(equalityRecords).values({ councilId: scope.council.id, consultationId, answers, alongside });
  return ok();
}
