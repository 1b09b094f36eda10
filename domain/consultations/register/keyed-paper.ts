import type { Answers } from "#domain/consultations/answer.ts";
import type { PublishConsent, RespondentKind } from "#domain/consultations/response.ts";
import type { Locale } from "#domain/basics/bilingual.ts";

/** A paper as one person wrote it in. */
export interface KeyedPaper {
  readonly respondent: RespondentKind;
  /** Empty for a person. */
  readonly organisationName: string;
  readonly language: Locale;
  readonly publishConsent: PublishConsent;
  readonly answers: Answers;
}

/** Everything but the answers that two people can write differently. */
const ABOUT = ["respondent", "organisationName", "language", "publishConsent"] as const;
export type AboutPaper = (typeof ABOUT)[number];

/** What two people wrote differently of one paper: parts about it and codes of questions, in that order. Spaces and line breaks within words do not count. */
export function differencesOf(one: KeyedPaper, other: KeyedPaper): readonly (AboutPaper | { readonly question: string })[] {
  const codes = [...new Set([...Object.keys(one.answers), ...Object.keys(other.answers)])];
  return [
    ...ABOUT.filter((part) => plain(one[part]) !== plain(other[part])),
    ...codes.filter((code) => plain(one.answers[code]) !== plain(other.answers[code])).map((question) => ({ question })),
  ];
}

/** A value with the keys of its objects in order and one space between words, so that equal ones are written alike. */
export function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "string") return part.normalize("NFC").replace(/\s+/g, " ").trim();
    if (typeof part === "object" && part !== null && !Array.isArray(part)) return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    return part;
  }) ?? "";
}
