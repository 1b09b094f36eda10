import { eq } from "drizzle-orm";
import { assetTransferDocuments, assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import { found } from "#domain/policy/access-error.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { scanWaiting } from "#platform/files/scan-waiting.ts";
import { tellApplicant } from "../note-stage.ts";

/** Lets the scanner look at papers of applications that wait in quarantine. The organisation is told of one that is refused, so that it can send another. Gives how many were decided. */
export const scanDocuments = (command?: string): Promise<number> =>
  scanWaiting("asset_transfer_documents", command, async (tx, id, verdict) => {
    if (verdict === "clean") return;
    const [row] = await tx.select({ transfer: assetTransfers, name: assetTransferDocuments.name }).from(assetTransferDocuments).innerJoin(assetTransfers, eq(assetTransfers.id, assetTransferDocuments.transferId)).where(eq(assetTransferDocuments.id, id));
    const { transfer, name } = found(row, "document");
    await tellApplicant(tx, await systemScope(transfer.councilId, "scan-documents", tx), transfer, { refused: name });
  });
