import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { optionNames } from "#domain/consultations/survey-versions.ts";
import { OTHER, surveyText, type Question } from "#domain/consultations/survey.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface WordsOf {
  readonly locale: Locale;
  readonly easy?: boolean;
  /** Wards by their id. */
  readonly wards: ReadonlyMap<string, BilingualText>;
}

/** An answer as lines to read; no lines where there is none. */
export function answerLines(question: Question, answer: Answer | undefined, { locale, easy = false, wards }: WordsOf): readonly string[] {
  if (answer === undefined) return [];
  const t = messages(locale).answering.question;
  const f = format(locale);
  if (answer.dontKnow === true) return [t.dontKnow];
  const names = optionNames(question);
  const nameOf = (code: string): string => {
    const name = names.get(code);
    if (name) return surveyText(name, locale, easy).text;
    if (question.type === "yes-no") return code === "yes" ? t.yes : t.no;
    return code === OTHER ? (answer.other ?? t.other) : code;
  };
  const lines: string[] = [];
  if (answer.text !== undefined) lines.push(...answer.text.split("\n"));
  if (answer.choice !== undefined) lines.push(nameOf(answer.choice));
  if (answer.choices) lines.push(...answer.choices.map(nameOf));
  for (const [row, chosen] of inOrder(names, answer.rows ?? {})) lines.push(`${nameOf(row)}: ${f.list(chosen.map(nameOf))}`);
  if (answer.order) lines.push(...answer.order.map((code, at) => `${at + 1}. ${nameOf(code)}`));
  if (answer.number !== undefined) lines.push([question.type === "number" ? f.decimal(answer.number, question.decimals) : f.number(answer.number), question.type === "number" ? surveyText(question.unit, locale, easy).text : ""].filter(Boolean).join(" "));
  for (const [code, amount] of inOrder(names, answer.amounts ?? {})) lines.push(`${nameOf(code)}: ${question.type === "budget" && question.unit === "pounds" ? f.money(amount) : f.number(amount)}`);
  if (answer.date !== undefined) lines.push(f.date(answer.date));
  const ward = answer.areaId ? wards.get(answer.areaId) : undefined;
  if (answer.postcode !== undefined || ward) lines.push([answer.postcode?.replace(/(.{3})$/, " $1"), ward ? textIn(ward, locale).text : ""].filter(Boolean).join(", "));
  for (const group of [answer.address, answer.contact, answer.organisation]) if (group) lines.push(...Object.values(group).filter((line) => line !== ""));
  if (answer.files) lines.push(...answer.files.map(({ name }) => name));
  for (const { shape, positions } of answer.places ?? []) lines.push(`${t.marks[shape]}: ${positions.map(([longitude, latitude]) => `${f.decimal(latitude, 5)}, ${f.decimal(longitude, 5)}`).join("; ")}`);
  if (answer.place !== undefined) lines.push(answer.place);
  if (answer.agreed !== undefined) lines.push(answer.agreed ? t.agree : t.no);
  return lines;
}

/** Entries in the survey's own order, which the database does not keep. */
function inOrder<T>(names: ReadonlyMap<string, unknown>, entries: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  const order = [...names.keys()];
  return Object.entries(entries).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** What a question is called where there is little room. */
export const shortName = (question: Question, locale: Locale, easy = false): string => surveyText(question.label, locale, easy).text || surveyText(question.text, locale, easy).text;
