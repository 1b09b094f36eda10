import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetListingClaimAppeals, assetListingClaimDecisions, assetListingClaimOfficers, assetListingClaimParts, assetListingClaimReviews, assetListingClaims } from "#db/schema/asset-transfers/compensation.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { lastDayToAppealTribunal } from "#domain/asset-transfers/clock.ts";
import { claimedPence, judgeClaimReview, type ClaimReviewFault, type ClaimRound } from "#domain/asset-transfers/compensation.ts";
import type { AppealOutcome } from "#domain/asset-transfers/review.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope, AnyScope, MemberScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { CLAIM_ROLES } from "#domain/policy/asset-transfers.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { listOwners } from "../listing/queries.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { claimToJudge } from "./queries.ts";
import { tellClaimant } from "./tell-claimant.ts";

/** Which claim a form is about. */
export interface AtClaim<Scope = ActorScope> {
  readonly scope: Scope;
  readonly slug: string;
  readonly claimId: string;
}

async function lockClaim(tx: Transaction, { scope, slug, claimId }: AtClaim<AnyScope>): Promise<{ readonly row: TransferRow; readonly claim: typeof assetListingClaims.$inferSelect }> {
  const row = await lockTransfer(tx, scope, slug);
  const [claim] = !isUuid(claimId) ? [] : await tx.select().from(assetListingClaims).where(and(eq(assetListingClaims.id, claimId), eq(assetListingClaims.transferId, row.id)));
  return { row, claim: found(claim, "claim") };
}

const decisionOf = async (tx: Transaction, claimId: string, round: ClaimRound) => (await tx.select().from(assetListingClaimDecisions).where(and(eq(assetListingClaimDecisions.claimId, claimId), eq(assetListingClaimDecisions.round, round)))).at(0) ?? null;

const addressOf = ({ scope, slug }: AtClaim<AnyScope>) => ({ slug, council: scope.council.slug });

/** Asks an officer to decide on a claim, or on the review of that; they and no other read it from then on. Refused to the owner, and for a review to whoever decided. */
export function askClaimOfficer(at: AtClaim, { round, personId }: { readonly round: ClaimRound; readonly personId: string }): Promise<Result<void, "role-missing" | "own-claim" | "decided-first" | "claim-decided">> {
  return inTransaction(async (tx) => {
    const { row, claim } = await lockClaim(tx, at);
    const judged = await claimToJudge(tx, row, claim.id);
    authorise(at.scope, "asset-transfer.give-part", judged);
    const held = await tx.select({ role: memberships.role }).from(memberships).where(and(eq(memberships.councilId, at.scope.council.id), eq(memberships.personId, personId)));
    if (!held.some(({ role }) => CLAIM_ROLES.includes(role))) return err("role-missing");
    if ([claim.personId, row.applicantId, ...(await listOwners(row.id, tx))].includes(personId)) return err("own-claim");
    if (await decisionOf(tx, claim.id, round)) return err("claim-decided");
    if (round === "review" && (await decisionOf(tx, claim.id, "first"))?.decidedBy === personId) return err("decided-first");
    if (judged.claimOfficers?.some((each) => each.round === round && each.personId === personId)) return ok();
    await tx.insert(assetListingClaimOfficers).values({ claimId: claim.id, round, personId, askedBy: at.scope.actor.personId, askedAt: now() });
    await record(tx, at.scope, { act: "asset-claim.officer-asked", thing: { kind: "asset-transfer", id: row.id }, detail: { round, personId } });
    return ok();
  });
}

export interface ClaimDecisionToTake {
  readonly amountPence: number;
  readonly decidedOn: CivilDay;
  readonly post: string;
  readonly reasons: string;
  /** The day of the hearing within a review. */
  readonly heardOn: CivilDay | null;
}

/** Whoever was asked decides on a claim, once, with an amount and reasons; on its review somebody else than at first. The owner is told. */
export function decideClaim(at: AtClaim, round: ClaimRound, decision: ClaimDecisionToTake): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const { row, claim } = await lockClaim(tx, at);
    const first = await decisionOf(tx, claim.id, "first");
    if (round === "review" && first?.decidedBy === at.scope.actor.personId) return err({ field: "", code: "you-decided-first" });
    authorise(at.scope, round === "first" ? "asset-claim.decide" : "asset-claim.review", await claimToJudge(tx, row, claim.id));
    if (await decisionOf(tx, claim.id, round)) return err({ field: "", code: "claim-decided" });
    const [review] = await tx.select().from(assetListingClaimReviews).where(eq(assetListingClaimReviews.claimId, claim.id));
    if (round === "review" && !review) return err({ field: "", code: "no-claim-review" });
    if (decision.decidedOn > londonDay(now())) return err({ field: "decidedOn", code: "date-ahead" });
    const from = round === "review" && review ? review.askedOn : claim.claimedOn;
    if (decision.decidedOn < from) return err({ field: "decidedOn", code: "before-claim" });
    if (round === "review" && (review?.hearing ? decision.heardOn === null : false)) return err({ field: "heardOn", code: "hearing-first" });
    if (decision.heardOn !== null && (decision.heardOn < from || decision.heardOn > decision.decidedOn)) return err({ field: "heardOn", code: "heard-outside" });
    const parts = await tx.select({ amountPence: assetListingClaimParts.amountPence }).from(assetListingClaimParts).where(eq(assetListingClaimParts.claimId, claim.id));
    if (decision.amountPence > claimedPence(parts)) return err({ field: "amountPence", code: "more-than-claimed", params: { claimedPence: claimedPence(parts) } });
    await tx.insert(assetListingClaimDecisions).values({ claimId: claim.id, round, decidedBy: at.scope.actor.personId, ...decision });
    // What is paid stands with the claim, not in the trail that others read.
    await record(tx, at.scope, { act: round === "first" ? "asset-claim.decided" : "asset-claim.reviewed", thing: { kind: "asset-transfer", id: row.id } });
    await tellClaimant(tx, addressOf(at), row, claim.personId, round === "first" ? "decided" : "reviewed");
    return ok();
  });
}

export interface ClaimReviewToAsk {
  readonly reasons: string;
  readonly hearing: boolean;
}

export type AskClaimReviewFault = ClaimReviewFault | "claim-review-asked" | "date-ahead";

/** Whoever claimed asks for a review of the decision, once, in eight weeks (SI 2012/2421, regulation 16). */
export function askClaimReview(at: AtClaim<MemberScope>, review: ClaimReviewToAsk): Promise<Result<void, AskClaimReviewFault>> {
  return inTransaction(async (tx) => {
    const { row, claim } = await lockClaim(tx, at);
    if (claim.personId !== at.scope.actor.personId) throw new AccessError("forbidden", "claim");
    return keepReview(tx, at.scope, row, claim.id, { ...review, askedOn: londonDay(now()), letter: "", late: false });
  });
}

/** An officer enters a request for review that came by letter; later than in eight weeks where the council allowed that in writing. */
export function enterClaimReview(at: AtClaim, review: ClaimReviewToAsk & { readonly askedOn: CivilDay; readonly letter: string; readonly late: boolean }): Promise<Result<void, AskClaimReviewFault>> {
  return inTransaction(async (tx) => {
    const { row, claim } = await lockClaim(tx, at);
    authorise(at.scope, "asset-transfer.move", await claimToJudge(tx, row, claim.id));
    if (review.askedOn > londonDay(now())) return err("date-ahead");
    return keepReview(tx, at.scope, row, claim.id, review);
  });
}

async function keepReview(tx: Transaction, scope: MemberScope, row: TransferRow, claimId: string, { late, ...review }: ClaimReviewToAsk & { readonly askedOn: CivilDay; readonly letter: string; readonly late: boolean }): Promise<Result<void, AskClaimReviewFault>> {
  const [there] = await tx.select({ id: assetListingClaimReviews.claimId }).from(assetListingClaimReviews).where(eq(assetListingClaimReviews.claimId, claimId));
  if (there) return err("claim-review-asked");
  const judged = judgeClaimReview({ decidedOn: (await decisionOf(tx, claimId, "first"))?.decidedOn ?? null, allowedLate: late }, review.askedOn);
  if (!judged.ok) return judged;
  await tx.insert(assetListingClaimReviews).values({ claimId, ...review, enteredBy: review.letter === "" ? null : scope.actor.personId });
  await record(tx, scope, { act: "asset-claim.review-asked", thing: { kind: "asset-transfer", id: row.id } });
  return ok();
}

/** An officer notes that the owner appealed to the First-tier Tribunal against the decision on the review, in 28 days (regulation 17) or admitted by the Tribunal after them. */
export function noteClaimAppeal(at: AtClaim, { admittedLate, ...appeal }: { readonly appealedOn: CivilDay; readonly reference: string; readonly admittedLate: boolean }): Promise<Result<void, "not-reviewed" | "before-decision" | "tribunal-too-late" | "date-ahead" | "already-appealed">> {
  return inTransaction(async (tx) => {
    const { row, claim } = await lockClaim(tx, at);
    authorise(at.scope, "asset-transfer.move", await claimToJudge(tx, row, claim.id));
    const reviewed = await decisionOf(tx, claim.id, "review");
    if (reviewed === null) return err("not-reviewed");
    if (appeal.appealedOn > londonDay(now())) return err("date-ahead");
    if (appeal.appealedOn < reviewed.decidedOn) return err("before-decision");
    if (appeal.appealedOn > lastDayToAppealTribunal(reviewed.decidedOn) && !admittedLate) return err("tribunal-too-late");
    const [kept] = await tx.insert(assetListingClaimAppeals).values({ claimId: claim.id, ...appeal, notedBy: at.scope.actor.personId }).onConflictDoNothing().returning();
    if (!kept) return err("already-appealed");
    await record(tx, at.scope, { act: "asset-claim.appealed", thing: { kind: "asset-transfer", id: row.id }, detail: { admittedLate } });
    return ok();
  });
}

/** An officer notes how that appeal ended, and what the Tribunal said is to be paid. */
export function endClaimAppeal(at: AtClaim, { outcome, endedOn, amountPence }: { readonly outcome: AppealOutcome; readonly endedOn: CivilDay; readonly amountPence: number | null }): Promise<Result<void, "no-appeal" | "before-appeal" | "appeal-ended" | "date-ahead">> {
  return inTransaction(async (tx) => {
    const { row, claim } = await lockClaim(tx, at);
    authorise(at.scope, "asset-transfer.move", await claimToJudge(tx, row, claim.id));
    const [appeal] = await tx.select().from(assetListingClaimAppeals).where(eq(assetListingClaimAppeals.claimId, claim.id));
    if (!appeal) return err("no-appeal");
    if (appeal.outcome !== null) return err("appeal-ended");
    if (endedOn > londonDay(now())) return err("date-ahead");
    if (endedOn < appeal.appealedOn) return err("before-appeal");
    await tx.update(assetListingClaimAppeals).set({ outcome, endedOn, amountPence }).where(eq(assetListingClaimAppeals.claimId, claim.id));
    await record(tx, at.scope, { act: "asset-claim.appeal-ended", thing: { kind: "asset-transfer", id: row.id }, detail: { outcome } });
    await tellClaimant(tx, addressOf(at), row, claim.personId, "appeal-ended");
    return ok();
  });
}
