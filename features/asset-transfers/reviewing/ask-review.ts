import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import { judgeReview, type ReviewFault, type ReviewProcedure } from "#domain/asset-transfers/review.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockListingOfOwner } from "../listing/claim-listing.ts";
import { tellOwner } from "../listing/tell-owner.ts";
import { lockOwnTransfer, lockTransfer, type TransferRow } from "../load-transfer.ts";
import { giveNotice } from "../notices/give-notice.ts";
import { tellApplicant } from "../note-stage.ts";
import { toJudge } from "../queries.ts";
import { reviewableOf } from "./reviewable.ts";

export interface ReviewRequest {
  readonly reasons: string;
  readonly procedure: ReviewProcedure;
}

export type AskReviewFault = ReviewFault | "review-asked";

/** The organisation asks for a review of the decision, or because there is none in time. Asked once; asked again it is told so. */
export function askReview(scope: MemberScope, slug: string, request: ReviewRequest): Promise<Result<void, AskReviewFault>> {
  return inTransaction(async (tx) => {
    const row = await lockOwnTransfer(tx, scope, slug);
    // Of a listing its owner asks for a review, not whoever nominated the land.
    if (row.regime === "right-to-bid") return err("review-elsewhere");
    return keep(tx, scope, row, { ...request, askedOn: londonDay(now()), enteredBy: null });
  });
}

/** The owner of listed land asks for a review of the listing (Localism Act 2011, section 92). Asked once; asked again it is told so. */
export function askListingReview(scope: MemberScope, slug: string, request: ReviewRequest): Promise<Result<void, AskReviewFault>> {
  return inTransaction(async (tx) => keep(tx, scope, await lockListingOfOwner(tx, scope, slug), { ...request, askedOn: londonDay(now()), enteredBy: null }));
}

/** An officer enters an application for review that came on paper, with the day it came in. */
export function enterReview(scope: ActorScope, slug: string, request: ReviewRequest & { readonly askedOn: CivilDay }): Promise<Result<void, AskReviewFault | "date-ahead">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (request.askedOn > londonDay(now())) return err("date-ahead");
    return keep(tx, scope, row, { ...request, enteredBy: scope.actor.personId });
  });
}

async function keep(tx: Transaction, scope: MemberScope, row: TransferRow, request: ReviewRequest & { readonly askedOn: CivilDay; readonly enteredBy: string | null }): Promise<Result<void, AskReviewFault>> {
  const [there] = await tx.select({ askedOn: assetTransferReviews.askedOn }).from(assetTransferReviews).where(eq(assetTransferReviews.transferId, row.id));
  if (there) return err("review-asked");
  const ground = judgeReview(await reviewableOf(tx, row), request.askedOn);
  if (!ground.ok) return ground;
  await tx.insert(assetTransferReviews).values({ transferId: row.id, ground: ground.value, writtenIn: scope.locale, ...request });
  await record(tx, scope, { act: "asset-transfer.review-asked", thing: { kind: "asset-transfer", id: row.id }, detail: { ground: ground.value } });
  await renewPages(tx, scope.council.slug);
  return ok();
}

/** An officer acknowledges that a review was asked for: the organisation is told, and everybody reads its reasons from then on; those who commented are told. Of a listing its owner is told too, whose reasons stay with the council. */
export function acknowledgeReview(scope: ActorScope, slug: string): Promise<Result<void, "already-acknowledged">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    const [done] = await tx
      .update(assetTransferReviews)
      .set({ acknowledgedAt: now() })
      .where(and(eq(assetTransferReviews.transferId, row.id), isNull(assetTransferReviews.acknowledgedAt)))
      .returning();
    if (!done) return err("already-acknowledged");
    await record(tx, scope, { act: "asset-transfer.review-acknowledged", thing: { kind: "asset-transfer", id: row.id } });
    await tellApplicant(tx, scope, row, "acknowledged");
    await tellOwner(tx, scope, row, "acknowledged");
    await giveNotice(tx, scope, row, "review");
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
