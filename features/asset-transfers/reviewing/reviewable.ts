import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { assetTransferDecisions } from "#db/schema/asset-transfers/decisions.ts";
import { assetTransferStages, type assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import { agreedUntilOf, listTimeProposals } from "../longer-time/queries.ts";
import { findListingNotice } from "../listing/queries.ts";
import type { Reviewable } from "#domain/asset-transfers/review.ts";

/** What is known of an application for judging whether its decision can be reviewed. */
export async function reviewableOf(tx: Executor, row: Pick<typeof assetTransfers.$inferSelect, "id" | "regime" | "stage">): Promise<Reviewable> {
  const [decision] = await tx.select({ outcome: assetTransferDecisions.outcome, decidedOn: assetTransferDecisions.decidedOn }).from(assetTransferDecisions).where(eq(assetTransferDecisions.transferId, row.id));
  const stages = await tx.select({ stage: assetTransferStages.stage, reachedOn: assetTransferStages.reachedOn }).from(assetTransferStages).where(eq(assetTransferStages.transferId, row.id));
  const reached = (stage: string) => stages.find((each) => each.stage === stage)?.reachedOn ?? null;
  const listedOn = row.regime === "right-to-bid" && row.stage !== "declined" && row.stage !== "withdrawn" ? reached("listed") : null;
  return {
    regimeId: row.regime,
    decision: decision ?? null,
    validatedOn: reached("validated"),
    agreedUntil: agreedUntilOf(await listTimeProposals(row.id, tx)),
    concluded: ["completion", "monitoring", "withdrawn"].includes(row.stage) || (row.stage === "declined" && !decision),
    listing: listedOn === null ? null : { listedOn, notice: await findListingNotice(row.id, tx) },
  };
}
