import { inTransaction } from "#db/client.ts";
import { themes } from "#db/schema/consultations/coding.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Puts a theme in the code frame of a question. Sent again it is there once. */
export function addTheme(scope: ActorScope, { consultationId, questionCode, name }: { readonly consultationId: string; readonly questionCode: string; readonly name: BilingualText }): Promise<Ok<void>> {
  authorise(scope, "consultation.code", undefined);
  return inTransaction(async (tx) => {
    const [made] = await tx
      .insert(themes)
      .values({ councilId: scope.council.id, consultationId, questionCode, nameEn: name.en, nameCy: name.cy, createdBy: scope.actor.personId, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: themes.id });
    if (made) await record(tx, scope, { act: "theme.added", thing: { kind: "consultation", id: consultationId }, detail: { question: questionCode, name: name.en } });
    return ok();
  });
}
