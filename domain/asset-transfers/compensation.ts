import { addDays, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";

/** What an owner may claim for: delay in selling while the law made them wait, the legal costs of an appeal to the Tribunal that they won, and other loss or expense that listing brought about (SI 2012/2421, regulation 14(2) and (3)). */
export const CLAIM_PARTS = ["delay", "legal-costs", "other"] as const;
export type ClaimPart = (typeof CLAIM_PARTS)[number];

/** The two times a claim is decided: at first, and on the owner's review (regulations 14 and 16). */
export const CLAIM_ROUNDS = ["first", "review"] as const;
export type ClaimRound = (typeof CLAIM_ROUNDS)[number];

/** The last day to claim: 13 weeks after the loss or expense was incurred or finished being incurred, which day itself does not count (regulation 14(5)). */
export const lastDayToClaim = (endedOn: CivilDay): CivilDay => addDays(endedOn, 13 * 7);

/** Eight weeks, beginning with the day on which the council gave its reasons in writing, in which a review of the decision can be asked for (regulation 16). */
export const lastDayToAskClaimReview = (notifiedOn: CivilDay): CivilDay => addDays(notifiedOn, 8 * 7 - 1);

/** Eight weeks, beginning with the day on which the council received the request, within which the review is over (regulation 16; schedule 2). */
export const lastDayToDecideClaimReview = (askedOn: CivilDay): CivilDay => addDays(askedOn, 8 * 7 - 1);

/** One part of a claim; money in whole pence. */
export interface PartClaimed {
  readonly part: ClaimPart;
  readonly amountPence: number;
  /** The day the loss or expense was incurred, or finished being incurred. */
  readonly endedOn: CivilDay;
}

export type ClaimFault = "not-listed" | "public-body" | "no-parts" | "loss-ahead" | "loss-before-listing" | "claim-too-late";

/**
 * Whether a claim can be made on a day: not by a public body (regulation 15), for at least one part, each for a loss while the land was listed, and
 * each within 13 weeks after it ended (regulation 14).
 *
 * @param listedOn null where the land never was on the list
 */
export function judgeClaim({ listedOn, publicBody, parts }: { readonly listedOn: CivilDay | null; readonly publicBody: boolean; readonly parts: readonly PartClaimed[] }, on: CivilDay): Result<void, { readonly code: ClaimFault; readonly part: ClaimPart | null }> {
  const fault = (code: ClaimFault, part: ClaimPart | null = null) => err({ code, part });
  if (listedOn === null) return fault("not-listed");
  if (publicBody) return fault("public-body");
  if (parts.length === 0) return fault("no-parts");
  for (const { part, endedOn } of parts) {
    if (endedOn > on) return fault("loss-ahead", part);
    if (endedOn < listedOn) return fault("loss-before-listing", part);
    if (on > lastDayToClaim(endedOn)) return fault("claim-too-late", part);
  }
  return ok();
}

/** What is claimed in all, in pence. */
export const claimedPence = (parts: readonly Pick<PartClaimed, "amountPence">[]): number => parts.reduce((sum, { amountPence }) => sum + amountPence, 0);

export type ClaimReviewFault = "not-decided" | "before-decision" | "claim-review-too-late";

/** Whether a review of the decision can be asked for on a day; later than in eight weeks only where the council allowed that in writing (regulation 16). */
export function judgeClaimReview({ decidedOn, allowedLate }: { readonly decidedOn: CivilDay | null; readonly allowedLate: boolean }, on: CivilDay): Result<void, ClaimReviewFault> {
  if (decidedOn === null) return err("not-decided");
  if (on < decidedOn) return err("before-decision");
  return on > lastDayToAskClaimReview(decidedOn) && !allowedLate ? err("claim-review-too-late") : ok();
}
