import type { Locale } from "#domain/basics/bilingual.ts";

/** The six forms of Welsh; English uses `one` and `other`. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules = { en: new Intl.PluralRules("en-GB"), cy: new Intl.PluralRules("cy") };

/** The sentence for so many. Whole sentences only: Welsh mutates, so no sentence is built from parts. */
export const plural = (locale: Locale, count: number, forms: PluralForms): string => forms[rules[locale].select(count)] ?? forms.other;
