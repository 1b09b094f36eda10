import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { themes } from "#db/schema/consultations/coding.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";

/** Takes a theme and everything sorted under it off the code frame. That answers were read stays. */
export function dropTheme(scope: ActorScope, { consultationId, themeId }: { readonly consultationId: string; readonly themeId: string }): Promise<Ok<void>> {
  authorise(scope, "consultation.code", undefined);
  return inTransaction(async (tx) => {
    const [gone] = await tx
      .delete(themes)
      .where(and(eq(themes.councilId, scope.council.id), eq(themes.consultationId, consultationId), eq(themes.id, themeId)))
      .returning({ name: themes.nameEn });
    if (gone) await record(tx, scope, { act: "theme.dropped", thing: { kind: "consultation", id: consultationId }, detail: { name: gone.name } });
    return ok();
  });
}
