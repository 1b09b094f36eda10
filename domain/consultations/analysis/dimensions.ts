import { EQUALITY_QUESTIONS, type EqualityQuestion } from "#domain/consultations/equality.ts";
import { isClosed, OTHER, optionsOf, questionsOf, YES_NO, type Question, type Survey, type SurveyText } from "#domain/consultations/survey.ts";
import { RECRUITMENT_SOURCES, RESPONDENT_KINDS, RESPONSE_CHANNELS } from "#domain/consultations/response.ts";
import { LOCALES } from "#domain/basics/bilingual.ts";

/** What is known of every response besides its answers, and may be compared. */
export const RESPONSE_TRAITS = ["channel", "respondent", "source", "language"] as const;
export type ResponseTrait = (typeof RESPONSE_TRAITS)[number];

export const TRAIT_VALUES: Readonly<Record<ResponseTrait, readonly string[]>> = { channel: RESPONSE_CHANNELS, respondent: RESPONDENT_KINDS, source: RECRUITMENT_SOURCES, language: LOCALES };

/** "I don't know", as a value beside the options. */
export const DONT_KNOW = "dont-know";

/**
 * Something closed that responses are counted by. `key` stands in addresses: `q:how-often`, `q:services/buses` for a row of a grid,
 * `e:age` for an equality question, `ward` and the traits of a response.
 */
export type Dimension =
  | { readonly key: string; readonly by: "question"; readonly question: Question; readonly row: string | null; readonly values: readonly string[] }
  | { readonly key: string; readonly by: "ward"; readonly question: Question }
  | { readonly key: string; readonly by: "equality"; readonly code: EqualityQuestion; readonly values: readonly string[] }
  | { readonly key: string; readonly by: ResponseTrait; readonly values: readonly string[] };

/** Every question that was ever asked, as it was asked last, in the order of the newest version; those it dropped come after. */
export function questionsEverAsked(newestFirst: readonly Survey[]): readonly Question[] {
  const asked = new Map<string, Question>();
  for (const survey of newestFirst) for (const question of questionsOf(survey)) if (!asked.has(question.code)) asked.set(question.code, question);
  return [...asked.values()];
}

/** All that answers can be counted by: closed questions, rows of grids, what is put first in a ranking, the ward, equality groups where they were asked, and the traits of responses. */
export function dimensionsOf(questions: readonly Question[], equality: readonly EqualityQuestion[] = []): readonly Dimension[] {
  const ofQuestions = questions.flatMap((question): Dimension[] => {
    const values = valuesOf(question);
    const key = `q:${question.code}`;
    if (question.type === "matrix-single" || question.type === "matrix-multiple") return question.rows.map((row) => ({ key: `${key}/${row.code}`, by: "question", question, row: row.code, values }));
    if (isClosed(question.type) || question.type === "ranking") return [{ key, by: "question", question, row: null, values }];
    return [];
  });
  const postcode = questions.find(({ type }) => type === "postcode");
  return [...ofQuestions, ...(postcode ? [{ key: "ward", by: "ward" as const, question: postcode }] : []), ...equality.map((code) => ({ key: `e:${code}`, by: "equality" as const, code, values: EQUALITY_QUESTIONS[code] })), ...RESPONSE_TRAITS.map((trait) => ({ key: trait, by: trait, values: TRAIT_VALUES[trait] }))];
}

/**
 * Whether two things can be counted against each other. Equality answers stand apart from responses: beside them stand copies of the
 * answers by which the survey's author chose to compare groups, and of nothing else.
 */
export function canCompare(one: Dimension, other: Dimension): boolean {
  if (one.key === other.key) return false;
  if (one.by !== "equality" && other.by !== "equality") return true;
  return [one, other].every((dimension) => dimension.by === "equality" || (dimension.by === "question" && dimension.question.byGroup && dimension.row === null && isClosed(dimension.question.type)));
}

/** The values a question's answers can have, in its own order. */
export function valuesOf(question: Question): readonly string[] {
  const own = question.type === "yes-no" || question.type === "consent" ? [...YES_NO] : optionsOf(question).map(({ code }) => code);
  return [...own, ...("other" in question && question.other ? [OTHER] : []), ...(question.dontKnow ? [DONT_KNOW] : [])];
}

/** The text of an option or row; null for the values every question shares. */
export function textOfValue(question: Question, value: string): SurveyText | null {
  return optionsOf(question).find(({ code }) => code === value)?.text ?? null;
}

/** Whether one response can have several values of it, so that shares do not add up to the whole. */
export const isSeveral = (dimension: Dimension): boolean => dimension.by === "question" && ["multiple-choice", "matrix-multiple"].includes(dimension.question.type);
