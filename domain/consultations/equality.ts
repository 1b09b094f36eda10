/**
 * The equality questions, by code and choices: GSS harmonised standards for England as laid out in the GOV.UK Design System's
 * equality-information pattern. An age band is asked for in place of a date of birth, so that none is ever stored.
 * Every one may be left out; words stand in i18n/messages/<locale>/answering.ts.
 */
export const EQUALITY_QUESTIONS = {
  age: ["under-16", "16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85-over", "skip"],
  disability: ["yes", "no", "skip"],
  "disability-impact": ["lot", "little", "no", "skip"],
  "ethnic-group": ["white", "multiple", "asian", "black", "other", "skip"],
  sex: ["female", "male", "skip"],
  "gender-identity": ["yes", "no", "skip"],
  religion: ["none", "christian", "buddhist", "hindu", "jewish", "muslim", "sikh", "other", "skip"],
  "sexual-orientation": ["heterosexual", "gay-lesbian", "bisexual", "other", "skip"],
} as const;
export type EqualityQuestion = keyof typeof EQUALITY_QUESTIONS;

export const EQUALITY_CODES = Object.keys(EQUALITY_QUESTIONS) as readonly EqualityQuestion[];

/** What was chosen, by question; choices that were not offered, and the second half of disability without the first, fall away. */
export function readEquality(values: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  const chosen = Object.fromEntries(
    EQUALITY_CODES.flatMap((code) => {
      const value = values[code]?.at(-1) ?? "";
      return (EQUALITY_QUESTIONS[code] as readonly string[]).includes(value) ? [[code, value] as const] : [];
    }),
  );
  if (chosen["disability"] === "yes") return chosen;
  const { "disability-impact": _impact, ...rest } = chosen;
  return rest;
}
