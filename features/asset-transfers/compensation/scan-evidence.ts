import { eq } from "drizzle-orm";
import { assetListingClaims, assetListingEvidence } from "#db/schema/asset-transfers/compensation.ts";
import { assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { found } from "#domain/policy/access-error.ts";
import { scanWaiting } from "#platform/files/scan-waiting.ts";
import { tellClaimant } from "./tell-claimant.ts";

/** Lets the scanner look at evidence of claims that waits in quarantine. Whoever claimed is told of a file that is refused. Gives how many were decided. */
export const scanEvidence = (command?: string): Promise<number> =>
  scanWaiting("asset_listing_evidence", command, async (tx, id, verdict) => {
    if (verdict === "clean") return;
    const [row] = await tx
      .select({ transfer: assetTransfers, personId: assetListingClaims.personId, council: councils.slug })
      .from(assetListingEvidence)
      .innerJoin(assetListingClaims, eq(assetListingClaims.id, assetListingEvidence.claimId))
      .innerJoin(assetTransfers, eq(assetTransfers.id, assetListingClaims.transferId))
      .innerJoin(councils, eq(councils.id, assetTransfers.councilId))
      .where(eq(assetListingEvidence.id, id));
    const { transfer, personId, council } = found(row, "evidence");
    await tellClaimant(tx, { slug: transfer.slug, council }, transfer, personId, "refused");
  });
