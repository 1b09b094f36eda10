import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { EQUALITY_QUESTION_IDS, EQUALITY_QUESTIONS } from "#domain/involvement/equality.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { keyedHash } from "#platform/keys.ts";

/** A browser that has taken part, and the exercise it is about. */
export interface HasTakenPart {
  readonly scope: PublicScope;
  readonly engagementId: string;
  /** What the browser holds for having taken part; kept only as a hash, to count a form once. */
  readonly token: string;
}

/**
 * Adds the answers of one form to the sums of the exercise, in one statement, once for each browser. A question left empty counts as
 * prefer not to say. Nothing of the form itself is kept.
 */
export async function answerEquality({ scope, engagementId, token }: HasTakenPart, answers: Readonly<Record<string, string>>): Promise<Ok<void>> {
  const given = EQUALITY_QUESTION_IDS.map((question) => ({ question, answer: EQUALITY_QUESTIONS[question].find((each) => each === answers[question]) ?? "skip" }));
  const hash = keyedHash("equality-form", engagementId, token).toString("hex");
  await database().execute(sql`
    with form as (
      insert into equality_forms (council_id, engagement_id, browser_hash) values (${scope.council.id}, ${engagementId}, decode(${hash}, 'hex'))
      on conflict do nothing returning engagement_id
    )
    insert into equality_tallies as t (council_id, engagement_id, question, answer, people)
    select ${scope.council.id}, form.engagement_id, given.question, given.answer, 1
    from form, jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as given (question text, answer text)
    order by given.question
    on conflict (engagement_id, question, answer) do update set people = t.people + 1`);
  return ok();
}
