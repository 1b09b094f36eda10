import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assetTransfers, assetTransferStages } from "#db/schema/asset-transfers.ts";
import { mayReach } from "#domain/asset-transfers/transfer.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";
import type { ReachStageInput } from "./input.ts";

export type ReachStageError = "stage-passed";

/** Notes that a transfer has reached a stage, with its date; the same stage again corrects the note. */
export async function reachStage(scope: ActorScope | SystemScope, slug: string, input: ReachStageInput): Promise<Result<void, ReachStageError>> {
  if (scope.kind === "actor") authorise(scope, "asset-transfer.edit", null);
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ id: assetTransfers.id, stage: assetTransfers.stage })
      .from(assetTransfers)
      .where(and(eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.slug, slug)))
      .for("update");
    const transfer = found(row, "asset transfer");
    if (!mayReach(transfer.stage, input.stage)) return err("stage-passed");
    await tx
      .insert(assetTransferStages)
      .values({ transferId: transfer.id, ...input })
      .onConflictDoUpdate({ target: [assetTransferStages.transferId, assetTransferStages.stage], set: { reachedOn: input.reachedOn, noteEn: input.noteEn, noteCy: input.noteCy } });
    await tx.update(assetTransfers).set({ stage: input.stage }).where(eq(assetTransfers.id, transfer.id));
    await record(tx, scope, { act: "asset-transfer.stage-reached", thing: { kind: "asset-transfer", id: transfer.id }, detail: { stage: input.stage } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
