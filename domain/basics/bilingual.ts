export const LOCALES = ["en", "cy"] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: string): value is Locale {
  return value === "en" || value === "cy";
}

/** Text that people wrote in English and, where the council publishes in Welsh, in Welsh too. */
export interface BilingualText {
  readonly en: string;
  readonly cy: string;
}

/** The text in the reader's language, or in the other where theirs is empty; `lang` says which it is. */
export function textIn(text: BilingualText, locale: Locale): { text: string; lang: Locale } {
  const other: Locale = locale === "en" ? "cy" : "en";
  return text[locale].trim() === "" ? { text: text[other], lang: other } : { text: text[locale], lang: locale };
}
