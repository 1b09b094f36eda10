import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";
import type { ChangeSettingsInput } from "./input.ts";

/** Changes names, contact, privacy notice and languages; answers which of them changed. */
export async function changeSettings(scope: ActorScope, input: ChangeSettingsInput): Promise<Result<readonly string[], never>> {
  authorise(scope, "council.change-settings", null);
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(councils).where(eq(councils.id, scope.council.id)).for("update");
    const before = found(row, "council");
    const changed = (Object.keys(input) as (keyof ChangeSettingsInput)[]).filter((key) => before[key] !== input[key]);
    if (changed.length === 0) return ok([]);
    await tx.update(councils).set(input).where(eq(councils.id, scope.council.id));
    await record(tx, scope, { act: "council.settings-changed", thing: { kind: "council", id: scope.council.id }, detail: { changed } });
    await renewPages(tx, scope.council.slug);
    return ok(changed);
  });
}
