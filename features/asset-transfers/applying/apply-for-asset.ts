import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assets } from "#db/schema/asset-transfers/assets.ts";
import { assetTransferDrafts } from "#db/schema/asset-transfers/transfers.ts";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { now } from "#platform/clock.ts";
import type { ApplicationInput } from "./input.ts";
import { putApplication } from "./put-application.ts";

/** Somebody applies for their organisation; what they had kept as a draft goes with it. Sent twice it is one application. */
export function applyForAsset(scope: MemberScope, assetSlug: string, application: ApplicationInput): Promise<Result<{ readonly slug: string }, Fault>> {
  return inTransaction(async (tx) => {
    const put = await putApplication(tx, scope, { assetSlug, application, applicantId: scope.actor.personId, sentOn: londonDay(now()) });
    if (put.ok) {
      const [asset] = await tx.select({ id: assets.id }).from(assets).where(and(eq(assets.councilId, scope.council.id), eq(assets.slug, assetSlug)));
      await tx.delete(assetTransferDrafts).where(and(eq(assetTransferDrafts.personId, scope.actor.personId), eq(assetTransferDrafts.assetId, found(asset, "asset").id)));
    }
    return put;
  });
}

/** Keeps an application as it was typed, to go on with another day; nothing of it is checked or seen by anybody else. */
export async function saveDraft(scope: MemberScope, assetSlug: string, values: TypedValues): Promise<void> {
  await inTransaction(async (tx) => {
    const [asset] = await tx.select({ id: assets.id }).from(assets).where(and(eq(assets.councilId, scope.council.id), eq(assets.slug, assetSlug)));
    const kept = { values: Object.fromEntries(Object.entries(values).filter(([name]) => name !== "act").map(([name, all]) => [name, all.map((text) => text.slice(0, 10_000))])), savedAt: now() };
    await tx
      .insert(assetTransferDrafts)
      .values({ personId: scope.actor.personId, assetId: found(asset, "asset").id, councilId: scope.council.id, ...kept })
      .onConflictDoUpdate({ target: [assetTransferDrafts.personId, assetTransferDrafts.assetId], set: kept });
  });
}
