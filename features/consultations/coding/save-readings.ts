import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { now } from "#platform/clock.ts";

export interface Readings {
  readonly consultationId: string;
  readonly questionCode: string;
  /** What this officer has read, and the themes they found in each. */
  readonly read: readonly { readonly responseId: string; readonly themeIds: readonly string[] }[];
}

/**
 * Keeps that this officer has read these answers, and the themes they found, in place of those they found before. What another
 * reader found stays. Responses and themes of any other consultation are passed over.
 */
export function saveReadings(scope: ActorScope, { consultationId, questionCode, read }: Readings): Promise<Ok<void>> {
  authorise(scope, "consultation.code", undefined);
  const rows = JSON.stringify(read.map(({ responseId, themeIds }) => ({ response: responseId, themes: themeIds })));
  const { personId } = scope.actor;
  return inTransaction(async (tx) => {
    await tx.execute(sql`
      insert into answer_readings (response_id, question_code, reader_id, read_at)
      select r.id, ${questionCode}, ${personId}, ${now().toISOString()}::timestamptz
      from jsonb_to_recordset(${rows}::text::jsonb) g(response uuid) join responses r on r.id = g.response
      where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted'
      on conflict do nothing`);
    await tx.execute(sql`
      delete from answer_themes a using jsonb_to_recordset(${rows}::text::jsonb) g(response uuid), themes t
      where a.response_id = g.response and a.reader_id = ${personId} and t.id = a.theme_id and t.consultation_id = ${consultationId} and t.question_code = ${questionCode}`);
    await tx.execute(sql`
      insert into answer_themes (response_id, theme_id, reader_id)
      select distinct r.id, t.id, ${personId}::uuid
      from jsonb_to_recordset(${rows}::text::jsonb) g(response uuid, themes uuid[])
      join responses r on r.id = g.response and r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id}
      join themes t on t.id = any(g.themes) and t.consultation_id = ${consultationId} and t.question_code = ${questionCode}
      on conflict do nothing`);
    return ok();
  });
}
