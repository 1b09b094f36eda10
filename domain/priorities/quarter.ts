import { addDays, type CivilDay } from "#domain/basics/london-time.ts";
import { monthsAfter } from "./month-after.ts";

/** A quarter of the municipal year, known by its first day: 1 April, July, October or January. */
export type Quarter = CivilDay;

/** The quarter a day falls in. */
export function quarterOf(day: CivilDay): Quarter {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
}

export const isQuarter = (day: CivilDay): day is Quarter => /^\d{4}-(01|04|07|10)-01$/.test(day);

/** Its last day. */
export const quarterEnd = (quarter: Quarter): CivilDay => addDays(monthsAfter(quarter, 3), -1);

/** 1 for April to June, to 4 for January to March. */
export const quarterNumber = (quarter: Quarter): 1 | 2 | 3 | 4 => ((((Number(quarter.slice(5, 7)) - 1) / 3 + 3) % 4) + 1) as 1 | 2 | 3 | 4;

/** The year from April in which it lies: 2026 for 1 January 2027. */
export const municipalYear = (quarter: Quarter): number => Number(quarter.slice(0, 4)) - (quarterNumber(quarter) === 4 ? 1 : 0);

/** The last day on which a return may be given of a quarter. */
export const returnClosesOn = (quarter: Quarter, days: number): CivilDay => addDays(quarterEnd(quarter), days);

export type QuarterStanding = "not-over" | "open" | "closed" | "outside-period";

/**
 * Whether a return may be given of a quarter: once it is over, for so many days, and later only where it was reopened.
 *
 * @param reopenedUntil the last day of a reopening, or null
 */
export function quarterStanding(quarter: Quarter, today: CivilDay, days: number, period: { readonly from: CivilDay; readonly to: CivilDay }, reopenedUntil: CivilDay | null): QuarterStanding {
  if (quarterEnd(quarter) < period.from || quarter > period.to) return "outside-period";
  if (today <= quarterEnd(quarter)) return "not-over";
  if (today <= returnClosesOn(quarter, days)) return "open";
  return reopenedUntil !== null && today <= reopenedUntil ? "open" : "closed";
}

/** Every quarter of a period, in order. */
export function quartersOf({ from, to }: { readonly from: CivilDay; readonly to: CivilDay }): readonly Quarter[] {
  const all: Quarter[] = [];
  for (let quarter = quarterOf(from); quarter <= to; quarter = monthsAfter(quarter, 3)) all.push(quarter);
  return all;
}
