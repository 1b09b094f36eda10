import type { Locale } from "#domain/basics/bilingual.ts";
import { EQUALITY_QUESTIONS, type EqualityList, type EqualityQuestion } from "#domain/consultations/equality.ts";
import { messages } from "#i18n/messages.ts";

/** A choice of an equality question in the words of the nation's list. */
export function equalityChoice(locale: Locale, list: EqualityList, code: EqualityQuestion, value: string): string {
  const { choices, wales } = messages(locale).answering.equality;
  const own = list === "wales" ? (wales as Partial<Record<EqualityQuestion, Readonly<Record<string, string>>>>)[code]?.[value] : undefined;
  return own ?? (choices[code] as Readonly<Record<string, string>>)[value] ?? value;
}

/** All choices of an equality question, in their order. */
export const equalityChoices = (locale: Locale, list: EqualityList, code: EqualityQuestion) => EQUALITY_QUESTIONS[code].map((value) => ({ value, text: equalityChoice(locale, list, code, value) }));
