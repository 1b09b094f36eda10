import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetTransferAppealOutcomes, assetTransferAppeals, assetTransferHearings, assetTransferReviewDecisions, assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import { assetTransfers, assetTransferStages } from "#db/schema/asset-transfers/transfers.ts";
import { lastDayToDecideReview } from "#domain/asset-transfers/clock.ts";
import { fitsDecision, isHeard, judgeAppeal, judgeTribunalAppeal, type AppealFault, type AppealOutcome, type Outcome, type ReviewOutcome } from "#domain/asset-transfers/review.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { mayJudge } from "#features/asset-transfers/load-transfer.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { tellOwner } from "../listing/tell-owner.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { giveNotice } from "../notices/give-notice.ts";
import { tellApplicant } from "../note-stage.ts";
import { toJudge } from "../queries.ts";
import { reviewableOf } from "./reviewable.ts";

export interface ReviewDecision {
  readonly outcome: ReviewOutcome;
  readonly result: Outcome;
  readonly decidedOn: CivilDay;
  /** The committee of councillors that decided; of a listing the post of the officer. */
  readonly body: string;
  readonly reasons: BilingualText;
}

/**
 * Notes what councillors decided on a review, once, by somebody who judged the application in no other part. Agreed to, it goes on to heads of terms;
 * refused, it ends. Of a listing an officer decides who took no part in it, after the hearing where its owner asked for one: the land stays on the
 * list, or comes off it and the nomination is unsuccessful (Localism Act 2011, section 92(4)).
 */
export function decideReview(scope: ActorScope, slug: string, { reasons, ...decision }: ReviewDecision): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const may = await mayJudge(tx, scope, row, "review");
    if (!may.ok) return err({ field: "", code: may.error });
    const [review] = await tx.select().from(assetTransferReviews).where(eq(assetTransferReviews.transferId, row.id));
    if (!review) return err({ field: "", code: "no-review" });
    if (decision.decidedOn > londonDay(now())) return err({ field: "decidedOn", code: "date-ahead" });
    if (decision.decidedOn < review.askedOn) return err({ field: "decidedOn", code: "before-review" });
    const ofListing = row.regime === "right-to-bid";
    const held = await tx.select({ kind: assetTransferHearings.kind, heldOn: assetTransferHearings.heldOn }).from(assetTransferHearings).where(eq(assetTransferHearings.transferId, row.id));
    if (ofListing && !isHeard(review.procedure, held.map(({ kind }) => kind))) return err({ field: "", code: "hearing-first" });
    if (held.some(({ heldOn }) => heldOn > decision.decidedOn)) return err({ field: "decidedOn", code: "before-hearing" });
    const before = ofListing ? "agreed" : ((await reviewableOf(tx, row)).decision?.outcome ?? null);
    if (!fitsDecision(decision.outcome, decision.result, before) || (ofListing && decision.outcome === "modified")) return err({ field: "result", code: "does-not-fit" });
    const [kept] = await tx
      .insert(assetTransferReviewDecisions)
      .values({ transferId: row.id, ...decision, reasonsEn: reasons.en, reasonsCy: reasons.cy, notedBy: scope.actor.personId })
      .onConflictDoNothing()
      .returning();
    if (!kept) return err({ field: "", code: "review-decided" });
    await record(tx, scope, { act: "asset-transfer.review-decided", thing: { kind: "asset-transfer", id: row.id }, detail: { outcome: decision.outcome, result: decision.result } });
    await goOn(tx, scope, row, decision.result, decision.decidedOn);
    await tellApplicant(tx, scope, row, "reviewed");
    await tellOwner(tx, scope, row, { decided: decision.result, on: decision.decidedOn });
    await giveNotice(tx, scope, row, "review-decision");
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** An officer notes that the organisation appealed to the Scottish Ministers, or the owner of listed land to the First-tier Tribunal, which may admit an appeal late. */
export function noteAppeal(scope: ActorScope, slug: string, { admittedLate, ...appeal }: { readonly appealedOn: CivilDay; readonly reference: string; readonly admittedLate: boolean }): Promise<Result<void, AppealFault | "taken-off" | "tribunal-too-late" | "already-appealed" | "date-ahead">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (appeal.appealedOn > londonDay(now())) return err("date-ahead");
    const [review] = await tx
      .select({ askedOn: assetTransferReviews.askedOn, decidedOn: assetTransferReviewDecisions.decidedOn, result: assetTransferReviewDecisions.result })
      .from(assetTransferReviews)
      .leftJoin(assetTransferReviewDecisions, eq(assetTransferReviewDecisions.transferId, assetTransferReviews.transferId))
      .where(eq(assetTransferReviews.transferId, row.id));
    if (!review) return err("no-review-decision");
    const judged = row.regime === "right-to-bid" ? judgeTribunalAppeal({ ...review, admittedLate }, appeal.appealedOn) : judgeAppeal({ decidedOn: review.decidedOn, undecidedFrom: lastDayToDecideReview(review.askedOn) }, appeal.appealedOn);
    if (!judged.ok) return judged;
    const [kept] = await tx.insert(assetTransferAppeals).values({ transferId: row.id, ...appeal, notedBy: scope.actor.personId }).onConflictDoNothing().returning();
    if (!kept) return err("already-appealed");
    await record(tx, scope, { act: "asset-transfer.appealed", thing: { kind: "asset-transfer", id: row.id }, detail: { admittedLate } });
    await giveNotice(tx, scope, row, "appeal");
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** An officer notes how the appeal ended. Allowed, the application goes on to heads of terms; of a listing, the land comes off the list. */
export function noteAppealOutcome(
  scope: ActorScope,
  slug: string,
  { outcome, decidedOn, summary }: { readonly outcome: AppealOutcome; readonly decidedOn: CivilDay; readonly summary: BilingualText },
): Promise<Result<void, "no-appeal" | "before-appeal" | "appeal-ended" | "date-ahead">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (decidedOn > londonDay(now())) return err("date-ahead");
    const [appeal] = await tx.select().from(assetTransferAppeals).where(eq(assetTransferAppeals.transferId, row.id));
    if (!appeal) return err("no-appeal");
    if (decidedOn < appeal.appealedOn) return err("before-appeal");
    const [kept] = await tx
      .insert(assetTransferAppealOutcomes)
      .values({ transferId: row.id, outcome, decidedOn, summaryEn: summary.en, summaryCy: summary.cy, notedBy: scope.actor.personId })
      .onConflictDoNothing()
      .returning();
    if (!kept) return err("appeal-ended");
    await record(tx, scope, { act: "asset-transfer.appeal-ended", thing: { kind: "asset-transfer", id: row.id }, detail: { outcome } });
    if (outcome === "allowed") await goOn(tx, scope, row, row.regime === "right-to-bid" ? "refused" : "agreed", decidedOn);
    await tellApplicant(tx, scope, row, "appeal-ended");
    await tellOwner(tx, scope, row, "appeal-ended");
    await giveNotice(tx, scope, row, "appeal-ended");
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** What a review or an appeal leads to: heads of terms from wherever it stood, or the end; a listing that was upheld stands as it stood. A stage that was reached before stays as it was noted. */
async function goOn(tx: Transaction, scope: ActorScope, row: TransferRow, result: Outcome, on: CivilDay): Promise<void> {
  if (row.regime === "right-to-bid" && result === "agreed") return;
  const stage = result === "agreed" ? "heads-of-terms" : "declined";
  if (row.stage === stage) return;
  await tx.insert(assetTransferStages).values({ transferId: row.id, stage, reachedOn: on, recordedAt: now(), recordedBy: scope.actor.personId }).onConflictDoNothing();
  await tx.update(assetTransfers).set({ stage }).where(eq(assetTransfers.id, row.id));
}
