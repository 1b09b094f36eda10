import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { DONT_KNOW, textOfValue, type Dimension } from "#domain/consultations/analysis/dimensions.ts";
import { OTHER, surveyText, type Question } from "#domain/consultations/survey.ts";
import type { Asked } from "#features/consultations/analysis/queries.ts";
import { equalityChoice } from "#features/consultations/answering/ui/equality-words.ts";
import { messages } from "#i18n/messages.ts";

/** A question in few words: its label, or what it asks. */
export const questionName = (locale: Locale, question: Question): string => surveyText(question.label, locale).text || surveyText(question.text, locale).text;

/** What a dimension is called in a list and over a table. */
export function dimensionName(locale: Locale, dimension: Dimension): string {
  const t = messages(locale).analysis;
  if (dimension.by === "equality") return messages(locale).answering.equality.short[dimension.code];
  if (dimension.by !== "question") return t.dimensions[dimension.by];
  const name = questionName(locale, dimension.question);
  if (dimension.row === null || !("rows" in dimension.question)) return name;
  const row = dimension.question.rows.find(({ code }) => code === dimension.row);
  return row ? `${name}: ${surveyText(row.text, locale).text}` : name;
}

/** A value of a dimension in words; a value no version ever offered keeps its code. */
export function valueName(locale: Locale, dimension: Dimension, value: string, asked: Pick<Asked, "wards" | "list">): string {
  const t = messages(locale).analysis;
  if (dimension.by === "ward") {
    const ward = asked.wards.find(({ id }) => id === value);
    return ward ? textIn(ward.name, locale).text : value;
  }
  if (dimension.by === "equality") return equalityChoice(locale, asked.list, dimension.code, value);
  if (dimension.by !== "question") return (t.values[dimension.by] as Readonly<Record<string, string>>)[value] ?? value;
  return optionName(locale, dimension.question, value);
}

/** An option of a question, or one of the values every question shares, in words. */
export function optionName(locale: Locale, question: Question, value: string): string {
  const t = messages(locale).analysis;
  const own = textOfValue(question, value);
  if (own) return surveyText(own, locale).text;
  if (value === DONT_KNOW) return t.dontKnow;
  if (value === OTHER) return t.other;
  return value === "yes" ? t.yes : value === "no" ? t.no : value;
}

/** The values of a dimension in their own order. */
export const valuesInOrder = (dimension: Dimension, wards: Asked["wards"]): readonly string[] => (dimension.by === "ward" ? wards.map(({ id }) => id) : dimension.values);
