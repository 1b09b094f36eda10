import type { Fault } from "#domain/basics/fault.ts";
import { addDays, londonInstant, type CivilDay } from "#domain/basics/london-time.ts";

/** Days before polling day on which each step falls; results and the removal of candidates' pages are days after it. */
export interface CalendarDays {
  readonly notice: number;
  readonly nominationsOpen: number;
  readonly nominationsClose: number;
  readonly withdrawBy: number;
  readonly votingOpens: number;
  readonly results: number;
  readonly removed: number;
}

/** The days of an election, each a day of London's calendar. */
export interface ElectionCalendar {
  readonly noticeOn: CivilDay;
  readonly nominationsOpenOn: CivilDay;
  /** Nominations are taken until {@link NOMINATIONS_TIME} on this day. */
  readonly nominationsCloseOn: CivilDay;
  /** A candidate may withdraw until the same time on this day and leave the ballot paper. */
  readonly withdrawByOn: CivilDay;
  readonly votingOpensOn: CivilDay;
  /** The last day on which votes are taken: ages are reckoned for it. */
  readonly pollingDay: CivilDay;
  readonly resultsOn: CivilDay;
  /** Candidates' pages, photos and statements are taken down on this day. */
  readonly removedOn: CivilDay;
}

export const CALENDAR_STEPS = ["noticeOn", "nominationsOpenOn", "nominationsCloseOn", "withdrawByOn", "votingOpensOn", "pollingDay", "resultsOn", "removedOn"] as const satisfies readonly (keyof ElectionCalendar)[];

/** When nominations and withdrawals close, as at local elections: 4pm (Local Elections (Principal Areas) Rules 2006, rule 1). */
export const NOMINATIONS_TIME = "16:00";
/** When votes are taken from on the first day and until on the last. */
export const VOTING_OPENS_TIME = "08:00";
export const VOTING_CLOSES_TIME = "20:00";
export const RESULTS_TIME = "18:00";

/** The calendar of an election counted back from its polling day. */
export const calendarFor = (pollingDay: CivilDay, days: CalendarDays): ElectionCalendar => ({
  noticeOn: addDays(pollingDay, -days.notice),
  nominationsOpenOn: addDays(pollingDay, -days.nominationsOpen),
  nominationsCloseOn: addDays(pollingDay, -days.nominationsClose),
  withdrawByOn: addDays(pollingDay, -days.withdrawBy),
  votingOpensOn: addDays(pollingDay, -days.votingOpens),
  pollingDay,
  resultsOn: addDays(pollingDay, days.results),
  removedOn: addDays(pollingDay, days.removed),
});

/** Each step that stands before the one it must follow. Between the last withdrawal and the first vote papers are printed, so they are never one day. */
export function judgeCalendar(calendar: ElectionCalendar): readonly Fault[] {
  return CALENDAR_STEPS.flatMap((step, at): Fault[] => {
    const before = CALENDAR_STEPS[at - 1];
    if (before === undefined) return [];
    const apart = step === "votingOpensOn" || step === "nominationsCloseOn";
    const [first, second] = [calendar[before], calendar[step]];
    return second < first || (apart && second === first) ? [{ field: step, code: "calendar-order", params: { before } }] : [];
  });
}

/** The instants that follow from the days. */
export const instantsOf = (calendar: ElectionCalendar) => ({
  nominationsOpenAt: londonInstant(calendar.nominationsOpenOn, "00:00"),
  nominationsCloseAt: londonInstant(calendar.nominationsCloseOn, NOMINATIONS_TIME),
  withdrawByAt: londonInstant(calendar.withdrawByOn, NOMINATIONS_TIME),
  opensAt: londonInstant(calendar.votingOpensOn, VOTING_OPENS_TIME),
  closesAt: londonInstant(calendar.pollingDay, VOTING_CLOSES_TIME),
  resultsAt: londonInstant(calendar.resultsOn, RESULTS_TIME),
});
