import { addDays, addMonths, daysBetween, type CivilDay } from "#domain/basics/london-time.ts";
import { lastOfWorkingDays } from "#domain/basics/working-days.ts";
import type { RegimeId } from "./regime.ts";
import type { TransferStage } from "./stage.ts";

export const CLOCKS = ["decide", "review", "review-undecided", "listing", "interim-moratorium", "full-moratorium", "protected"] as const;
export type ClockId = (typeof CLOCKS)[number];

/** A period that the law sets. Both days belong to it. */
export interface Clock {
  readonly id: ClockId;
  readonly from: CivilDay;
  readonly lastDay: CivilDay;
}

/**
 * Six months after the validation date, within which a Scottish request is to be decided: Asset Transfer Request (Procedure) (Scotland)
 * Regulations 2016 (SSI 2016/357), regulation 10. The day itself does not count, so the last day has the same number.
 */
export const lastDayToDecide = (validatedOn: CivilDay): CivilDay => addMonths(validatedOn, 6);

/**
 * Twenty working days beginning with the date of the decision notice, or with the end of the time to decide: Asset Transfer Request (Review
 * Procedure) (Scotland) Regulations 2016 (SSI 2016/358), regulation 3(2). Working days by the bank holidays of Scotland.
 */
export const lastDayToAskReview = (from: CivilDay): CivilDay => lastOfWorkingDays(from, 20, "scotland");

/** A period of months that begins with a day ends on the day before the one of the same number. */
const lastOfMonths = (from: CivilDay, months: number): CivilDay => addDays(addMonths(from, months), -1);

/** Five years beginning with the entry in the list: Localism Act 2011, section 87(3). */
export const lastDayListed = (listedOn: CivilDay): CivilDay => lastOfMonths(listedOn, 60);

/** Six weeks, six months and eighteen months, each beginning with the day the council received the owner's notice: Localism Act 2011, section 95(6). */
export const moratorium = (noticeOn: CivilDay) => ({ interim: addDays(noticeOn, 6 * 7 - 1), full: lastOfMonths(noticeOn, 6), protected: lastOfMonths(noticeOn, 18) });

/** The periods that run, or ran, for an application whose stages were reached on these days, in the order they began. */
export function clocksOf(regimeId: RegimeId, reached: Partial<Record<TransferStage, CivilDay>>, refusedOn: CivilDay | null): readonly Clock[] {
  const clock = (id: ClockId, from: CivilDay | undefined | null, last: (from: CivilDay) => CivilDay): readonly Clock[] => (from ? [{ id, from, lastDay: last(from) }] : []);
  if (regimeId === "right-to-bid")
    return [
      ...clock("listing", reached.listed, lastDayListed),
      ...(reached["bid-requested"]
        ? clock("full-moratorium", reached["sale-notified"], (day) => moratorium(day).full)
        : clock("interim-moratorium", reached["sale-notified"], (day) => moratorium(day).interim)),
      ...clock("protected", reached["sale-notified"], (day) => moratorium(day).protected),
    ];
  if (regimeId === "scottish-request") {
    const decided = reached["heads-of-terms"] ?? refusedOn;
    const expiry = reached.validated ? lastDayToDecide(reached.validated) : null;
    return [
      ...clock("decide", reached.validated, lastDayToDecide),
      ...clock("review", refusedOn, lastDayToAskReview),
      ...(decided ? [] : clock("review-undecided", expiry, lastDayToAskReview)),
    ];
  }
  return [];
}

/** How a clock stands: days still left (0 on its last day), negative once it has run out. */
export const daysLeft = ({ lastDay }: Pick<Clock, "lastDay">, today: CivilDay): number => daysBetween(today, lastDay);

/** Whether a council may decline to look at a request because the same one was refused: Community Empowerment (Scotland) Act 2015, section 93. */
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
