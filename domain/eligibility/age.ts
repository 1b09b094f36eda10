import type { CivilDay } from "#domain/basics/london-time.ts";

/** What is known of somebody's age: as they say it, by their date of birth, or by a roll that has only the year. */
export type AgeClaim =
  | { readonly kind: "years"; readonly years: number }
  | { readonly kind: "born"; readonly on: CivilDay }
  | { readonly kind: "born-in"; readonly year: number };

/** Whole years somebody may be, both included. The two differ only where just the year of birth is known. */
export interface AgeSpan {
  readonly least: number;
  readonly most: number;
}

/**
 * Age on a day, in whole years. An age is attained at the start of the anniversary of the birth: Family Law Reform Act 1969
 * s.9(1) (England and Wales), Age of Majority Act (Northern Ireland) 1969 s.5, Age of Legal Capacity (Scotland) Act 1991 s.6(1).
 * Somebody born on 29 February has the anniversary on 1 March of a year that is no leap year: s.6(2) of the Scottish Act says
 * so, and in the other nations it is the first day of which it can be said that the years are complete.
 * An age in years is taken as said; it is asked for the day meant.
 */
export function ageOn(claim: AgeClaim, day: CivilDay): AgeSpan {
  if (claim.kind === "years") return { least: claim.years, most: claim.years };
  const year = Number(day.slice(0, 4));
  if (claim.kind === "born-in") return { least: Math.max(0, year - claim.year - (day.endsWith("-12-31") ? 0 : 1)), most: Math.max(0, year - claim.year) };
  // Months and days compare as text; 29 February comes before 1 March and after 28 February, as it should in a common year.
  const whole = year - Number(claim.on.slice(0, 4)) - (day.slice(5) < claim.on.slice(5) ? 1 : 0);
  return { least: whole, most: whole };
}

/** Age bands kept on the roll in place of an age: wide enough that a band in a ward is a crowd. */
export const AGE_BANDS = ["under-16", "16-24", "25-44", "45-64", "65-and-over"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The band of an age in whole years. */
export function ageBandOf(age: number): AgeBand {
  if (age < 16) return "under-16";
  if (age < 25) return "16-24";
  if (age < 45) return "25-44";
  return age < 65 ? "45-64" : "65-and-over";
}
