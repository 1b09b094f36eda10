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
