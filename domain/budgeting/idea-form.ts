import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";

/** What every idea has besides its title and text, where the programme asks for it. */
export const IDEA_FIELDS = ["category", "area", "place", "map", "cost", "photo"] as const;
export type IdeaField = (typeof IDEA_FIELDS)[number];
export const ASKING = ["off", "optional", "required"] as const;
export type Asking = (typeof ASKING)[number];

export const IDEA_QUESTION_KINDS = ["line", "paragraphs", "choice", "choices", "yes-no", "number"] as const;
export type IdeaQuestionKind = (typeof IDEA_QUESTION_KINDS)[number];

/** A question of the programme's own. Its code never changes, so answers stay readable whatever is asked later. */
export interface IdeaQuestion {
  readonly code: string;
  readonly kind: IdeaQuestionKind;
  readonly label: BilingualText;
  readonly hint: BilingualText;
  readonly required: boolean;
  /** Whether its answer is shown with the idea; others are for officers only. */
  readonly public: boolean;
  /** Of a choice. */
  readonly options: readonly { readonly code: string; readonly text: BilingualText }[];
}

export interface IdeaCategory {
  readonly code: string;
  readonly name: BilingualText;
}

export interface IdeaForm {
  readonly fields: Readonly<Record<IdeaField, Asking>>;
  readonly categories: readonly IdeaCategory[];
  readonly questions: readonly IdeaQuestion[];
}

/** Answers to a programme's own questions, by code; a choice is its option's code. */
export type IdeaAnswers = Readonly<Record<string, string | readonly string[]>>;

export const NEW_IDEA_FORM: IdeaForm = {
  fields: { category: "optional", area: "optional", place: "optional", map: "optional", cost: "optional", photo: "optional" },
  categories: [],
  questions: [],
};

export const MOST_QUESTIONS = 12;
export const MOST_OPTIONS = 12;
const MOST_LINE = 200;
const MOST_PARAGRAPHS = 3000;

/** The name of a question's field in a form. */
export const questionField = (code: string): string => `q-${code}`;

/** What is wrong with a form an officer makes, beside `question-{number}` or `categories`. */
export function judgeIdeaForm(form: IdeaForm): readonly Fault[] {
  const faults: Fault[] = [];
  if (form.fields.category === "required" && form.categories.length === 0) faults.push({ field: "categories", code: "no-categories" });
  if (new Set(form.categories.map(({ code }) => code)).size < form.categories.length) faults.push({ field: "categories", code: "repeated" });
  if (form.questions.length > MOST_QUESTIONS) faults.push({ field: "", code: "too-many-questions", params: { max: MOST_QUESTIONS } });
  form.questions.forEach(({ kind, options, code }, at) => {
    const field = `question-${at + 1}`;
    if (form.questions.findIndex((each) => each.code === code) < at) faults.push({ field, code: "repeated" });
    if (kind === "choice" || kind === "choices") {
      if (options.length < 2) faults.push({ field, code: "too-few-options" });
      if (options.length > MOST_OPTIONS) faults.push({ field, code: "too-many-options", params: { max: MOST_OPTIONS } });
      if (new Set(options.map((each) => each.code)).size < options.length) faults.push({ field, code: "repeated" });
    }
  });
  return faults;
}

/** The answers to a programme's own questions out of what was typed, or every fault at once. An answer that is empty is left out. */
export function readIdeaAnswers(questions: readonly IdeaQuestion[], typed: Readonly<Record<string, readonly string[]>>): Result<IdeaAnswers, readonly Fault[]> {
  const answers: Record<string, string | readonly string[]> = {};
  const faults: Fault[] = [];
  for (const question of questions) {
    const field = questionField(question.code);
    const all = (typed[field] ?? []).map((text) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim()).filter((text) => text !== "");
    const last = all.at(-1);
    if (last === undefined) {
      if (question.required) faults.push({ field, code: "required" });
      continue;
    }
    const fault = faultOf(question, all);
    if (fault === null) answers[question.code] = question.kind === "choices" ? [...new Set(all)] : last;
    else faults.push({ field, ...fault });
  }
  return faults.length > 0 ? err(faults) : ok(answers);
}

function faultOf({ kind, options }: IdeaQuestion, all: readonly string[]): Omit<Fault, "field"> | null {
  const last = all.at(-1) ?? "";
  switch (kind) {
    case "line":
      return last.length > MOST_LINE ? { code: "too-long", params: { max: MOST_LINE } } : last.includes("\n") ? { code: "one-line" } : null;
    case "paragraphs":
      return last.length > MOST_PARAGRAPHS ? { code: "too-long", params: { max: MOST_PARAGRAPHS } } : null;
    case "number":
      return /^\d{1,9}$/.test(last.replace(/[\s,]/g, "")) ? null : { code: "whole-number" };
    case "yes-no":
      return last === "yes" || last === "no" ? null : { code: "choose-one" };
    case "choice":
      return options.some(({ code }) => code === last) ? null : { code: "choose-one" };
    case "choices":
      return all.every((each) => options.some(({ code }) => code === each)) ? null : { code: "choose-one" };
  }
}
