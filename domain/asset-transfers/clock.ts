import { addDays, addMonths, daysBetween, type CivilDay } from "#domain/basics/london-time.ts";
import { lastOfWorkingDays } from "#domain/basics/working-days.ts";
import type { RegimeId } from "./regime.ts";
import type { TransferStage } from "./stage.ts";

export const CLOCKS = ["decide-nomination", "decide", "decide-longer", "decide-agreed", "review", "review-undecided", "decide-review", "appeal", "appeal-undecided", "listing-review", "decide-listing-review", "tribunal-appeal", "listing", "interim-moratorium", "full-moratorium", "protected"] as const;
export type ClockId = (typeof CLOCKS)[number];

/** A period that the law sets. Both days belong to it. */
export interface Clock {
  readonly id: ClockId;
  readonly from: CivilDay;
  readonly lastDay: CivilDay;
}

/** Eight weeks of receiving a nomination, within which a council decides whether to list the land: SI 2012/2421, regulation 7. The day itself does not count. */
export const lastDayToDecideNomination = (nominatedOn: CivilDay): CivilDay => addDays(nominatedOn, 8 * 7);

/**
 * Six months after the date on which a Scottish request is taken to have been made, the day it was complete: Community Empowerment (Scotland)
 * Act 2015, section 82(8)(a); Asset Transfer Request (Procedure) (Scotland) Regulations 2016 (SSI 2016/357), regulations 5 and 10. The day
 * itself does not count, so the last day has the same number.
 */
export const lastDayToDecide = (validatedOn: CivilDay): CivilDay => addMonths(validatedOn, 6);

/**
 * Twenty working days beginning with the date of the decision notice, or with the end of the time to decide: Asset Transfer Request (Review
 * Procedure) (Scotland) Regulations 2016 (SSI 2016/358), regulation 3(2). Working days by the bank holidays of Scotland.
 */
export const lastDayToAskReview = (from: CivilDay): CivilDay => lastOfWorkingDays(from, 20, "scotland");

/** Six months after it was asked for, within which a council decides on a review: the Scottish Ministers' guidance on section 86 of the Community Empowerment (Scotland) Act 2015. */
export const lastDayToDecideReview = (askedOn: CivilDay): CivilDay => addMonths(askedOn, 6);

/** Twenty working days beginning with the decision on a review, or with the end of the time for it: section 88(2); SSI 2016/359, regulation 11. Working days by the bank holidays of Scotland. */
export const lastDayToAppeal = (from: CivilDay): CivilDay => lastOfWorkingDays(from, 20, "scotland");

/** Eight weeks, beginning with the day on which written notice of the entry in the list was given, in which its owner can ask the council to review it: Localism Act 2011, sections 91 and 92; SI 2012/2421, schedule 2, paragraph 1. */
export const lastDayToReviewListing = (noticeOn: CivilDay): CivilDay => addDays(noticeOn, 8 * 7 - 1);

/** Eight weeks, beginning with the day on which the council received the owner's request, within which it completes the review: SI 2012/2421, schedule 2. */
export const lastDayToDecideListingReview = (askedOn: CivilDay): CivilDay => addDays(askedOn, 8 * 7 - 1);

/**
 * Within 28 days of the day on which notice of the decision on the review was sent the owner can appeal to the First-tier Tribunal: SI 2012/2421,
 * regulation 11; Tribunal Procedure (First-tier Tribunal) (General Regulatory Chamber) Rules 2009 (SI 2009/1976), rule 22. The day itself does not count.
 */
export const lastDayToAppealTribunal = (noticeOn: CivilDay): CivilDay => addDays(noticeOn, 28);

/** A period of months that begins with a day ends on the day before the one of the same number. */
const lastOfMonths = (from: CivilDay, months: number): CivilDay => addDays(addMonths(from, months), -1);

/** Five years beginning with the entry in the list: Localism Act 2011, section 87(3). */
export const lastDayListed = (listedOn: CivilDay): CivilDay => lastOfMonths(listedOn, 60);

/** Six weeks, six months and eighteen months, each beginning with the day the council received the owner's notice: Localism Act 2011, section 95(6). */
export const moratorium = (noticeOn: CivilDay) => ({ interim: addDays(noticeOn, 6 * 7 - 1), full: lastOfMonths(noticeOn, 6), protected: lastOfMonths(noticeOn, 18) });

/** What came of a decision in Scotland, or of a listing in England. */
export interface Aftermath {
  /** The last day for the decision that both sides agreed on; null where they agreed on none. */
  readonly agreedUntil: CivilDay | null;
  /** The day of a decision about which a review can be asked for; null where there is none. */
  readonly decidedOn: CivilDay | null;
  readonly review: { readonly askedOn: CivilDay; readonly decidedOn: CivilDay | null; readonly appealed: boolean } | null;
  /** Until when the owner of listed land can ask for a review; null where no notice was given, or it is no listing. */
  readonly listing: ListingNotice | null;
}

/** That the owner was told in writing that land was listed. */
export interface ListingNotice {
  readonly givenOn: CivilDay;
  /** A later last day to ask for a review that the council allowed in writing; null where it allowed none. */
  readonly allowedUntil: CivilDay | null;
}

/** The last day on which the owner can ask for a review of the listing. */
export const lastDayForOwner = ({ givenOn, allowedUntil }: ListingNotice): CivilDay => allowedUntil ?? lastDayToReviewListing(givenOn);

/** The periods that run, or ran out, for an application whose stages were reached on these days, in the order they began. A time to decide ends with the decision. */
export function clocksOf(regimeId: RegimeId, reached: Partial<Record<TransferStage, CivilDay>>, { agreedUntil, decidedOn, review, listing }: Aftermath): readonly Clock[] {
  const clock = (id: ClockId, from: CivilDay | undefined | null, last: (from: CivilDay) => CivilDay): readonly Clock[] => (from ? [{ id, from, lastDay: last(from) }] : []);
  if (regimeId === "right-to-bid") {
    // What was taken off the list waits for nothing more.
    if (reached.declined || reached.withdrawn) return [];
    return [
      ...(reached.listed ? [] : clock("decide-nomination", reached.nomination, lastDayToDecideNomination)),
      ...(review || listing === null ? [] : clock("listing-review", listing.givenOn, () => lastDayForOwner(listing))),
      ...(review?.decidedOn ? [] : clock("decide-listing-review", review?.askedOn, (day) => agreedUntil ?? lastDayToDecideListingReview(day))),
      ...(review?.appealed ? [] : clock("tribunal-appeal", review?.decidedOn, lastDayToAppealTribunal)),
      ...clock("listing", reached.listed, lastDayListed),
      ...clock("interim-moratorium", reached["sale-notified"], (day) => moratorium(day).interim),
      ...(reached["bid-requested"] ? clock("full-moratorium", reached["sale-notified"], (day) => moratorium(day).full) : []),
      ...clock("protected", reached["sale-notified"], (day) => moratorium(day).protected),
    ];
  }
  const decided = decidedOn ?? reached["heads-of-terms"] ?? reached.declined ?? reached.withdrawn ?? null;
  const agreed = (id: ClockId, from: CivilDay | undefined): readonly Clock[] => (agreedUntil === null ? [] : clock(id, from, () => agreedUntil));
  if (regimeId === "scottish-request") {
    const expiry = agreedUntil ?? (reached.validated ? lastDayToDecide(reached.validated) : null);
    return [
      ...(decided || review ? [] : agreedUntil === null ? clock("decide", reached.validated, lastDayToDecide) : agreed("decide-longer", reached.validated)),
      ...(review ? [] : clock("review", decidedOn, lastDayToAskReview)),
      ...(decided || review ? [] : clock("review-undecided", expiry, lastDayToAskReview)),
      ...(review?.decidedOn ? [] : clock("decide-review", review?.askedOn, lastDayToDecideReview)),
      ...(review?.appealed ? [] : review?.decidedOn ? clock("appeal", review.decidedOn, lastDayToAppeal) : clock("appeal-undecided", review ? lastDayToDecideReview(review.askedOn) : null, lastDayToAppeal)),
    ];
  }
  return decided ? [] : agreed("decide-agreed", reached["expression-of-interest"]);
}

/** How a clock stands: days still left (0 on its last day), negative once it has run out. */
export const daysLeft = ({ lastDay }: Pick<Clock, "lastDay">, today: CivilDay): number => daysBetween(today, lastDay);

/**
 * Whether a council may decline to look at a request because the same one was refused: one made in the two years that end with the day the new
 * one is made (Community Empowerment (Scotland) Act 2015, section 93). A request is made on the day it is complete (SSI 2016/357, regulation 5).
 */
export function mayDeclineRepeat(earlierMadeOn: CivilDay, madeOn: CivilDay): boolean {
  return madeOn >= earlierMadeOn && madeOn < addMonths(earlierMadeOn, 24);
}

/**
 * Notices that open space is to be let go: two consecutive weeks in a newspaper that circulates in the area, then objections are considered
 * (Local Government Act 1972, section 123(2A)). Weeks run from Monday.
 */
export function areConsecutiveWeeks(first: CivilDay, second: CivilDay): boolean {
  const monday = (day: CivilDay): CivilDay => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  return daysBetween(monday(first), monday(second)) === 7;
}

/** The first day on which land advertised as open space may be decided about: the week of the second notice is over. */
export const openSpaceFreeFrom = (secondOn: CivilDay): CivilDay => addDays(secondOn, 7);
