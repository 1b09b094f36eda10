import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { MapShape } from "./answer.ts";
import type { Condition } from "./condition.ts";

/** The twenty kinds of question a survey may ask. */
export const QUESTION_TYPES = [
  "short-text",
  "long-text",
  "single-choice",
  "multiple-choice",
  "autocomplete",
  "yes-no",
  "likert",
  "matrix-single",
  "matrix-multiple",
  "ranking",
  "number",
  "budget",
  "date",
  "postcode",
  "address",
  "contact",
  "organisation",
  "file",
  "map",
  "consent",
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** A text in English and Welsh, and in easy-read English and Welsh where somebody wrote it. */
export interface SurveyText extends BilingualText {
  readonly easyEn: string;
  readonly easyCy: string;
}

export const NO_TEXT: SurveyText = { en: "", cy: "", easyEn: "", easyCy: "" };

/** One thing to choose, a row or a column of a grid, or a thing to put in order. */
export interface Option {
  /** Stays the same in every language and version; what answers keep. */
  readonly code: string;
  readonly text: SurveyText;
  /** "None of these": with it nothing else may be ticked. */
  readonly exclusive?: boolean;
}

interface Basics<T extends QuestionType> {
  /** Stays the same in every version; what answers are kept under. */
  readonly code: string;
  readonly type: T;
  readonly text: SurveyText;
  /** One sentence under the question. */
  readonly hint: SurveyText;
  /** A few words for "check your answers" and tables; the question itself where empty. */
  readonly label: SurveyText;
  /** Background to open under the question. */
  readonly fact: SurveyText;
  /** May be left out. */
  readonly optional: boolean;
  /** Offers "I don't know" beside the answers. */
  readonly dontKnow: boolean;
  /** Answers say who somebody is. */
  readonly personal: boolean;
  /** Answers are never published. */
  readonly notPublished: boolean;
  /** A copy of the answer is kept beside the equality answers, so that groups can be compared without saying who answered. */
  readonly byGroup: boolean;
  /** Asked only when this holds; always where null. */
  readonly condition: Condition | null;
}

export interface ShortTextQuestion extends Basics<"short-text"> {
  readonly maxLength: number;
}
export interface LongTextQuestion extends Basics<"long-text"> {
  readonly maxWords: number;
}
export interface ChoiceQuestion extends Basics<"single-choice" | "autocomplete" | "likert"> {
  readonly options: readonly Option[];
  /** Offers "something else" with a line to write it on. */
  readonly other: boolean;
}
export interface MultipleQuestion extends Basics<"multiple-choice"> {
  readonly options: readonly Option[];
  readonly other: boolean;
  /** How many may be ticked at most; as many as there are where null. */
  readonly most: number | null;
}
export interface MatrixQuestion extends Basics<"matrix-single" | "matrix-multiple"> {
  readonly rows: readonly Option[];
  readonly options: readonly Option[];
}
export interface RankingQuestion extends Basics<"ranking"> {
  readonly options: readonly Option[];
  /** How many are put in order at most; all where null. */
  readonly most: number | null;
}
export interface NumberQuestion extends Basics<"number"> {
  readonly least: number | null;
  readonly greatest: number | null;
  /** Digits after the point, 0 to 4. */
  readonly decimals: number;
  /** "miles", "hours a week". */
  readonly unit: SurveyText;
}
export interface BudgetQuestion extends Basics<"budget"> {
  readonly options: readonly Option[];
  readonly unit: "points" | "pounds";
  /** What there is to share out: points, or whole pence. */
  readonly total: number;
  /** Whether nothing may be left over. */
  readonly spendAll: boolean;
}
export interface DateQuestion extends Basics<"date"> {
  readonly earliest: CivilDay | null;
  readonly latest: CivilDay | null;
}
export interface PostcodeQuestion extends Basics<"postcode"> {
  /** Days after the close until only the ward is kept. */
  readonly keepDays: number;
}
export interface FileQuestion extends Basics<"file"> {
  readonly kinds: readonly FileKind[];
  readonly mostFiles: number;
  readonly mostMegabytes: number;
}
export interface MapQuestion extends Basics<"map"> {
  readonly shapes: readonly MapShape[];
  /** How many places one person may mark. */
  readonly most: number;
}
export type PlainQuestion = Basics<"yes-no" | "address" | "contact" | "organisation" | "consent">;

export type Question =
  | ShortTextQuestion
  | LongTextQuestion
  | ChoiceQuestion
  | MultipleQuestion
  | MatrixQuestion
  | RankingQuestion
  | NumberQuestion
  | BudgetQuestion
  | DateQuestion
  | PostcodeQuestion
  | FileQuestion
  | MapQuestion
  | PlainQuestion;

export const FILE_KINDS = ["picture", "document"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Where to go after a section, when the condition holds (always where null). Only forward. */
export interface Jump {
  readonly when: Condition | null;
  /** A later section's code, or `end`. */
  readonly to: string;
}

/** The end of the questions, as a jump names it. */
export const END = "end";

/** Questions that belong together: a page, a chapter, or a heading over single questions. */
export interface Section {
  readonly code: string;
  readonly title: SurveyText;
  readonly intro: SurveyText;
  /** Background to open at the top. */
  readonly fact: SurveyText;
  readonly condition: Condition | null;
  readonly jumps: readonly Jump[];
  readonly questions: readonly Question[];
}

/** How a survey is laid before people: one question at a time, one section at a time, or chapters in any order from a list. */
export const LAYOUTS = ["questions", "sections", "chapters"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What the start page says. One paragraph, or one item of a list, to a line. */
export interface StartPage {
  readonly why: SurveyText;
  readonly canChange: SurveyText;
  readonly cannotChange: SurveyText;
  /** Paper, telephone, meetings: other ways to answer, one to a line. */
  readonly otherWays: SurveyText;
  /** How answers will be used. */
  readonly use: SurveyText;
}

/** Everything that is asked, as one document with versions. Times, title and council are the engagement's. */
export interface Survey {
  readonly layout: Layout;
  /** About how many minutes it takes; null where nobody has tried. */
  readonly minutes: number | null;
  /** Whether people are asked if they answer as an organisation. */
  readonly organisations: boolean;
  /** Whether the equality questions are asked afterwards. */
  readonly equality: boolean;
  readonly start: StartPage;
  readonly sections: readonly Section[];
}

export const EMPTY_SURVEY: Survey = {
  layout: "questions",
  minutes: null,
  organisations: false,
  equality: true,
  start: { why: NO_TEXT, canChange: NO_TEXT, cannotChange: NO_TEXT, otherWays: NO_TEXT, use: NO_TEXT },
  sections: [],
};

/** Types whose answers are a choice among few, which can be counted in a table. */
export const CLOSED_TYPES: readonly QuestionType[] = ["single-choice", "multiple-choice", "autocomplete", "yes-no", "likert", "consent"];

export const isClosed = (type: QuestionType): boolean => CLOSED_TYPES.includes(type);

/** Codes of the answers of a yes-no question, and of the choice "something else". */
export const YES_NO = ["yes", "no"] as const;
export const OTHER = "other";

/** Every question in the order it stands. */
export const questionsOf = (survey: Survey): readonly Question[] => survey.sections.flatMap(({ questions }) => questions);

export const findQuestion = (survey: Survey, code: string): Question | undefined => questionsOf(survey).find((question) => question.code === code);

/** What may be chosen, rows left aside; empty where a question has nothing to choose. */
export const optionsOf = (question: Question): readonly Option[] => ("options" in question ? question.options : []);

/**
 * A text for a reader: easy-read where they want it and somebody wrote it, in their language, else in the other.
 * `lang` says which it is.
 */
export function surveyText(text: SurveyText, locale: Locale, easy = false): { readonly text: string; readonly lang: Locale } {
  const other: Locale = locale === "en" ? "cy" : "en";
  const easyOf = { en: text.easyEn, cy: text.easyCy };
  const inTurn = easy ? ([[easyOf[locale], locale], [text[locale], locale], [easyOf[other], other]] as const) : ([[text[locale], locale]] as const);
  const first = inTurn.find(([words]) => words.trim() !== "");
  return first ? { text: first[0], lang: first[1] } : { text: text[other], lang: text[other] === "" ? locale : other };
}

/** Every code: of one word or several, small letters, digits and single dashes, at most 40 characters. */
export const CODE_PATTERN = /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/;
