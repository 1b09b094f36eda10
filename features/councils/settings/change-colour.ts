import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import { brandColours } from "#domain/councils/brand-colours.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

/** Keeps the council's own colour and the six worked out from it. */
export async function changeColour(scope: ActorScope, given: string): Promise<Result<void, never>> {
  authorise(scope, "council.change-settings", null);
  const brand = brandColours(given);
  return inTransaction(async (tx) => {
    await tx.update(councils).set({ brandGiven: given, brand }).where(eq(councils.id, scope.council.id));
    await record(tx, scope, { act: "council.colour-changed", thing: { kind: "council", id: scope.council.id }, detail: { given, brand: brand.brand } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
