import type { BilingualText } from "#domain/basics/bilingual.ts";

/** Something an organisation promises to bring about each year, so that it can be counted. */
export interface PromisedBenefit {
  readonly what: BilingualText;
  /** How many in a year. */
  readonly target: number;
}

export type ReturnFault = "year-ahead" | "before-completion";

/** Whether a return for a year may be sent: the year is one since the keys were handed over, and has begun. Years are calendar years of London. */
export function judgeReturnYear(year: number, completedOn: string, today: string): ReturnFault | null {
  if (year < Number(completedOn.slice(0, 4))) return "before-completion";
  return year > Number(today.slice(0, 4)) ? "year-ahead" : null;
}

/** The first year for which a return is still to be sent, or to be sent again; null where none is until the next year begins. */
export function yearToReturn(completedOn: string, today: string, sent: readonly { readonly year: number; readonly sight: string }[]): number | null {
  const done = new Set(sent.filter(({ sight }) => sight !== "sent-back").map(({ year }) => year));
  for (let year = Number(completedOn.slice(0, 4)); judgeReturnYear(year, completedOn, today) === null; year += 1) if (!done.has(year)) return year;
  return null;
}
