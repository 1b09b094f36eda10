import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { LetterOccasion } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Notes that printed letters went to the post. A letter noted before stays as it was noted. */
export function postLetters(scope: ActorScope, { consultationId, occasion, responseIds }: { readonly consultationId: string; readonly occasion: LetterOccasion; readonly responseIds: readonly string[] }): Promise<Ok<void>> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const posted = await tx.execute<{ id: string }>(sql`
      insert into response_letters (response_id, occasion, way, sent_at, sent_by)
      select c.response_id, ${occasion}, 'post', ${now().toISOString()}::timestamptz, ${scope.actor.personId}
      from response_contacts c join responses r on r.id = c.response_id
      where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and c.address <> ''
        and c.response_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(responseIds)}::text::jsonb))
      on conflict do nothing returning response_id as id`);
    if (posted.length > 0) await record(tx, scope, { act: "response.letters-posted", thing: { kind: "consultation", id: consultationId }, detail: { occasion, letters: posted.length } });
    return ok();
  });
}
