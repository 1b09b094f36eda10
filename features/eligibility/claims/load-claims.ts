import { and, asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { claims } from "#db/schema/eligibility/claims.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { AccessError } from "#domain/policy/access-error.ts";

export type LoadedClaim = typeof claims.$inferSelect;

/** Requests of a vote by their references, locked in one order for the command that decides them. 404 where one is not there. */
export async function loadClaims(tx: Transaction, scope: AnyScope, exerciseId: string, references: readonly string[]): Promise<readonly LoadedClaim[]> {
  const rows = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.councilId, scope.council.id), eq(claims.exerciseId, exerciseId), inArray(claims.reference, [...references])))
    .orderBy(asc(claims.id))
    .for("update");
  if (rows.length !== new Set(references).size) throw new AccessError("not-found", "claim");
  return rows;
}
