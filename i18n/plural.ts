import type { Locale } from "#domain/basics/bilingual.ts";

/** The six forms of Welsh; English uses `one` and `other`, and `zero` where nothing is said in words of its own. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules = { en: new Intl.PluralRules("en-GB"), cy: new Intl.PluralRules("cy") };

const ordinals = new Intl.PluralRules("en-GB", { type: "ordinal" });
const ENDINGS: Readonly<Record<Intl.LDMLPluralRule, string>> = { zero: "th", one: "st", two: "nd", few: "rd", many: "th", other: "th" };

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export const englishOrdinal = (place: number): string => `${place}${ENDINGS[ordinals.select(place)]}`;

/** The sentence for so many. Whole sentences only: Welsh mutates, so no sentence is built from parts. */
export const plural = (locale: Locale, count: number, forms: PluralForms): string => forms[count === 0 ? "zero" : rules[locale].select(count)] ?? forms.other;
