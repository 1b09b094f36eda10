import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { readinessSignatures } from "#db/schema/involvement/engagements.ts";
import type { ReadinessItem } from "#domain/involvement/readiness.ts";

/** Takes names away from checks whose grounds have changed: they must be made again. */
export async function unsign(tx: Transaction, { id }: { readonly id: string }, items: readonly ReadinessItem[]): Promise<void> {
  await tx.delete(readinessSignatures).where(and(eq(readinessSignatures.engagementId, id), inArray(readinessSignatures.item, [...items])));
}
