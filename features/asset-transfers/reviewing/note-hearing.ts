import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assetTransferHearings, assetTransferReviewDecisions, assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import type { HearingKind } from "#domain/asset-transfers/review.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { tellOwner } from "../listing/tell-owner.ts";
import { lockTransfer } from "../load-transfer.ts";
import { toJudge } from "../queries.ts";

export interface HearingToNote {
  readonly once: string;
  readonly kind: HearingKind;
  readonly heldOn: CivilDay;
  readonly place: string;
  /** Who took part; for the council and the organisation. */
  readonly who: string;
  /** What came of it, for everybody. */
  readonly note: BilingualText;
}

/** An officer notes a hearing or a visit to the site that was held within a review. Sent twice it is one. */
export function noteHearing(scope: ActorScope, slug: string, { once: id, note, ...hearing }: HearingToNote): Promise<Result<void, "no-review" | "date-ahead" | "before-review" | "after-review">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    const [review] = await tx
      .select({ askedOn: assetTransferReviews.askedOn, decidedOn: assetTransferReviewDecisions.decidedOn })
      .from(assetTransferReviews)
      .leftJoin(assetTransferReviewDecisions, eq(assetTransferReviewDecisions.transferId, assetTransferReviews.transferId))
      .where(eq(assetTransferReviews.transferId, row.id));
    if (!review) return err("no-review");
    if (hearing.heldOn > londonDay(now())) return err("date-ahead");
    if (hearing.heldOn < review.askedOn) return err("before-review");
    if (review.decidedOn !== null && hearing.heldOn > review.decidedOn) return err("after-review");
    const [kept] = await tx.insert(assetTransferHearings).values({ id, transferId: row.id, ...hearing, noteEn: note.en, noteCy: note.cy, notedBy: scope.actor.personId, notedAt: now() }).onConflictDoNothing().returning();
    if (!kept) return ok();
    await record(tx, scope, { act: "asset-transfer.hearing-noted", thing: { kind: "asset-transfer", id: row.id }, detail: { kind: hearing.kind, heldOn: hearing.heldOn } });
    await tellOwner(tx, scope, row, "hearing");
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
