import { and, eq, ne } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assetTransfers } from "#db/schema/asset-transfers.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";
import type { WriteTransferInput } from "./input.ts";

export type WriteTransferError = "slug-taken" | "unknown-area";

/** Writes an asset transfer proposal, new or changed; a new one begins as an expression of interest. */
export async function writeTransfer(scope: ActorScope | SystemScope, input: WriteTransferInput): Promise<Result<{ slug: string }, WriteTransferError>> {
  if (scope.kind === "actor") authorise(scope, "asset-transfer.edit", null);
  const { once: id, areaId, ...words } = input;
  const transfer = { ...words, areaId: areaId === "" ? null : areaId };
  return inTransaction(async (tx) => {
    const council = scope.council.id;
    const [taken] = await tx
      .select({ id: assetTransfers.id })
      .from(assetTransfers)
      .where(and(eq(assetTransfers.councilId, council), eq(assetTransfers.slug, words.slug), ne(assetTransfers.id, id)));
    if (taken) return err("slug-taken");
    if (transfer.areaId !== null) {
      const [area] = await tx.select({ id: areas.id }).from(areas).where(and(eq(areas.councilId, council), eq(areas.id, transfer.areaId)));
      if (!area) return err("unknown-area");
    }
    const written = await tx
      .insert(assetTransfers)
      .values({ id, councilId: council, stage: "expression-of-interest", ...transfer })
      .onConflictDoUpdate({ target: assetTransfers.id, set: transfer, setWhere: eq(assetTransfers.councilId, council) })
      .returning({ id: assetTransfers.id });
    if (written.length === 0) return err("slug-taken");
    await record(tx, scope, { act: "asset-transfer.written", thing: { kind: "asset-transfer", id } });
    await renewPages(tx, scope.council.slug);
    return ok({ slug: words.slug });
  });
}
