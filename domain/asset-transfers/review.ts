import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { lastDayForOwner, lastDayListed, lastDayToAppeal, lastDayToAppealTribunal, lastDayToAskReview, lastDayToDecide, type ListingNotice } from "./clock.ts";
import type { RegimeId } from "./regime.ts";

/**
 * Why a community transfer body may ask for a review: Community Empowerment (Scotland) Act 2015, section 86(1)(b): refused; agreed on terms that
 * differ; not decided in time. The owner of land may because it was listed: Localism Act 2011, section 92.
 */
export const REVIEW_GROUNDS = ["refused", "terms", "undecided", "listed"] as const;
export type ReviewGround = (typeof REVIEW_GROUNDS)[number];

/** How it would like the review to be conducted: SSI 2016/358, regulation 3(3)(c). */
export const REVIEW_PROCEDURES = ["any", "written", "hearing", "site-visit"] as const;
export type ReviewProcedure = (typeof REVIEW_PROCEDURES)[number];

/** What the owner of listed land asks for: an oral hearing, which must then be held, or none, so that the reviewer chooses (SI 2012/2421, schedule 2). */
export const LISTING_PROCEDURES = ["hearing", "any"] as const satisfies readonly ReviewProcedure[];

/** What was held within a review: a hearing, or a visit to the site (SSI 2016/358, regulations 6 to 8 and schedule). */
export const HEARING_KINDS = ["hearing", "site-visit"] as const satisfies readonly ReviewProcedure[];
export type HearingKind = (typeof HEARING_KINDS)[number];

/** What a review does to the decision: section 86(5). */
export const REVIEW_OUTCOMES = ["confirmed", "modified", "substituted"] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export const APPEAL_OUTCOMES = ["allowed", "dismissed", "withdrawn"] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

export type Outcome = "agreed" | "refused";

/** What a review can be asked about. */
export interface Reviewable {
  readonly regimeId: RegimeId;
  readonly decision: { readonly outcome: Outcome; readonly decidedOn: CivilDay } | null;
  /** The day the request was complete; null where it is not yet. */
  readonly validatedOn: CivilDay | null;
  /** The last day for the decision that both sides agreed on; null where they agreed on none. */
  readonly agreedUntil: CivilDay | null;
  /** Whether the keys were handed over, or the body withdrew. */
  readonly concluded: boolean;
  /** The day land was listed as an asset of community value, and the notice of it; null where it is not on the list. */
  readonly listing: { readonly listedOn: CivilDay; readonly notice: ListingNotice | null } | null;
}

export type ReviewFault = "review-elsewhere" | "review-too-early" | "review-too-late" | "listing-too-late" | "not-listed";

/**
 * Whether the owner can ask on a day that the listing is reviewed: from the day of the entry, until eight weeks that begin with the written notice
 * of it are over, or a longer time that the council allowed in writing (SI 2012/2421, schedule 2, paragraph 1). Where no notice was given they have not begun.
 */
function judgeListingReview(listing: Reviewable["listing"], on: CivilDay): Result<ReviewGround, ReviewFault> {
  if (listing === null) return err("not-listed");
  if (on < listing.listedOn) return err("review-too-early");
  const last = listing.notice === null ? lastDayListed(listing.listedOn) : lastDayForOwner(listing.notice);
  return on > last ? err("listing-too-late") : ok("listed");
}

/**
 * On what ground a review can be asked for on a day: within 20 working days that begin with the decision notice, or with the end of the time to
 * decide (SSI 2016/358, regulation 3(2)).
 */
export function judgeReview({ regimeId, decision, validatedOn, agreedUntil, concluded, listing }: Reviewable, on: CivilDay): Result<ReviewGround, ReviewFault> {
  if (regimeId === "right-to-bid") return judgeListingReview(listing, on);
  if (regimeId !== "scottish-request" || concluded) return err("review-elsewhere");
  if (decision) {
    if (on < decision.decidedOn) return err("review-too-early");
    return on > lastDayToAskReview(decision.decidedOn) ? err("review-too-late") : ok(decision.outcome === "refused" ? "refused" : "terms");
  }
  // On its last day the council may still decide.
  const expiry = agreedUntil ?? (validatedOn === null ? null : lastDayToDecide(validatedOn));
  if (expiry === null || on <= expiry) return err("review-too-early");
  return on > lastDayToAskReview(expiry) ? err("review-too-late") : ok("undecided");
}

/** Whether what a review did fits what it leads to: confirmed it is what was decided, substituted it is the other; what was never decided is decided for the first time. */
export function fitsDecision(outcome: ReviewOutcome, result: Outcome, before: Outcome | null): boolean {
  if (before === null) return outcome === "substituted";
  return outcome === "confirmed" ? result === before : outcome === "modified" ? result === "agreed" : result !== before;
}

export type AppealFault = "no-review-decision" | "appeal-too-early" | "appeal-too-late";

/** Whether an appeal to the Scottish Ministers is in time: within 20 working days that begin with the decision on the review, or with the end of the time for it (section 88(2); SSI 2016/359, regulation 11). */
export function judgeAppeal(review: { readonly decidedOn: CivilDay | null; readonly undecidedFrom: CivilDay }, on: CivilDay): Result<void, AppealFault> {
  const from = review.decidedOn ?? review.undecidedFrom;
  if (review.decidedOn === null && on <= from) return err("no-review-decision");
  if (on < from) return err("appeal-too-early");
  return on > lastDayToAppeal(from) ? err("appeal-too-late") : ok();
}

/** Whether the decision on a review of a listing can be taken: a hearing that the owner asked for must have been held (SI 2012/2421, schedule 2). */
export const isHeard = (procedure: ReviewProcedure, held: readonly ReviewProcedure[]): boolean => procedure !== "hearing" || held.includes("hearing");

/** What a review of a listing does: the entry stays, or is taken off, and the nomination is unsuccessful (Localism Act 2011, section 92(4)). */
export const listingOutcome = (result: Outcome): ReviewOutcome => (result === "agreed" ? "confirmed" : "substituted");

/** Whether an appeal to the First-tier Tribunal against a listing that was upheld is in time: within 28 days of the notice of the decision on the review (SI 2012/2421, regulation 11), or admitted by the Tribunal after them (SI 2009/1976, rule 22(4)). */
export function judgeTribunalAppeal(review: { readonly decidedOn: CivilDay | null; readonly result: Outcome | null; readonly admittedLate: boolean }, on: CivilDay): Result<void, AppealFault | "taken-off" | "tribunal-too-late"> {
  if (review.decidedOn === null) return err("no-review-decision");
  if (review.result === "refused") return err("taken-off");
  if (on < review.decidedOn) return err("appeal-too-early");
  return on > lastDayToAppealTribunal(review.decidedOn) && !review.admittedLate ? err("tribunal-too-late") : ok();
}
