import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assets } from "#db/schema/asset-transfers/assets.ts";
import { assetTransferDecisions } from "#db/schema/asset-transfers/decisions.ts";
import { assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import { REGIMES } from "#domain/asset-transfers/regime.ts";
import { judgeDisposal, undervalueOf } from "#domain/asset-transfers/undervalue.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";
import { lockTransfer, mayJudge } from "#features/asset-transfers/load-transfer.ts";
import { commentsToWaitFor } from "../commenting/queries.ts";
import { giveNotice } from "../notices/give-notice.ts";
import { noteStage } from "../note-stage.ts";

export interface TransferDecision {
  readonly outcome: "agreed" | "refused";
  readonly decidedOn: string;
  readonly reasons: BilingualText;
  /** Pence; null where it is not judged by price. */
  readonly unrestrictedPence: number | null;
  readonly pricePence: number | null;
  readonly consentReference: string;
}

/**
 * Takes the decision, once: of two officers at the same time the second learns who decided and when. Agreed to, it goes on to heads of terms;
 * refused, it ends with its reasons. A price below the value is judged by `judgeDisposal`, here and by the database.
 */
export function decideTransfer(scope: ActorScope, slug: string, decision: TransferDecision): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const may = await mayJudge(tx, scope, row, "decide");
    if (!may.ok) return err({ field: "", code: may.error });
    const [there] = await tx
      .select({ decidedOn: assetTransferDecisions.decidedOn, name: people.name, email: people.email })
      .from(assetTransferDecisions)
      .innerJoin(people, eq(people.id, assetTransferDecisions.decidedBy))
      .where(eq(assetTransferDecisions.transferId, row.id));
    if (there) return err({ field: "", code: "already-decided", params: { by: there.name || there.email, decidedOn: there.decidedOn } });
    if (row.stage !== "decision") return err({ field: "", code: "not-at-decision" });
    const [review] = await tx.select({ askedOn: assetTransferReviews.askedOn }).from(assetTransferReviews).where(eq(assetTransferReviews.transferId, row.id));
    if (review) return err({ field: "", code: "review-asked" });
    if ((await commentsToWaitFor(tx, row.id)).commentsWaiting > 0) return err({ field: "", code: "comments-waiting" });
    const { undervalueRule } = REGIMES[row.regime];
    const [asset] = row.assetId === null ? [] : await tx.select({ ownConsent: assets.ownConsent }).from(assets).where(eq(assets.id, row.assetId));
    const ownConsent = asset?.ownConsent ?? false;
    if (decision.outcome === "agreed" && undervalueRule) {
      const { unrestrictedPence, pricePence, consentReference } = decision;
      if (unrestrictedPence === null) return err({ field: "unrestrictedPence", code: "required" });
      if (pricePence === null) return err({ field: "pricePence", code: "required" });
      const lawful = judgeDisposal({ unrestrictedPence, pricePence, leaseYears: row.leaseYears, ownConsent, consentReference });
      if (!lawful.ok) return err({ field: "consentReference", code: ownConsent ? "own-consent-needed" : "consent-needed", params: { undervaluePence: undervalueOf({ unrestrictedPence, pricePence }) } });
    }
    const { reasons, ...terms } = decision;
    await tx.insert(assetTransferDecisions).values({ transferId: row.id, ...terms, reasonsEn: reasons.en, reasonsCy: reasons.cy, decidedBy: scope.actor.personId, undervalueRule, ownConsent, leaseYears: row.leaseYears });
    await record(tx, scope, { act: "asset-transfer.decided", thing: { kind: "asset-transfer", id: row.id }, detail: { outcome: decision.outcome } });
    await giveNotice(tx, scope, row, "decision");
    const noted = await noteStage(tx, scope, row, { stage: decision.outcome === "agreed" ? "heads-of-terms" : "declined", reachedOn: decision.decidedOn, note: { en: "", cy: "" } });
    if (!noted.ok) throw new StageRefused(noted.error);
    return ok();
  }).catch((fault: unknown) => {
    if (fault instanceof StageRefused) return err({ field: "decidedOn", code: fault.message });
    throw fault;
  });
}

/** Takes the decision back where its stage cannot be noted, with the whole transaction. */
class StageRefused extends Error {}
