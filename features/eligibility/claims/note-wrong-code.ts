import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { claimMisuses } from "#db/schema/eligibility/claims.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { ClaimSigns } from "#domain/eligibility/claims/asking.ts";
import { now } from "#platform/clock.ts";
import { misuseTraces } from "./assess-claim.ts";

/** Counts an access code that does not exist or is not theirs against the browser and the connection it was tried from. */
export async function noteWrongCode(scope: AnyScope, signs: ClaimSigns, at: Date = now()): Promise<void> {
  const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  const rows = misuseTraces(scope, signs, at).map((sourceHash) => ({ councilId: scope.council.id, sourceHash, hour, tries: 1 }));
  if (rows.length === 0) return;
  await database()
    .insert(claimMisuses)
    .values(rows)
    .onConflictDoUpdate({ target: [claimMisuses.councilId, claimMisuses.sourceHash, claimMisuses.hour], set: { tries: sql`${claimMisuses.tries} + 1` } });
}
