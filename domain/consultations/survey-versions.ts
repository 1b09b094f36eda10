import type { Answers } from "./answer.ts";
import type { Condition } from "./condition.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { optionsOf, questionsOf, type Option, type Question, type Survey, type SurveyText } from "./survey.ts";

/**
 * A survey laid flat, as it is kept with each sending for approval and compared with other versions:
 * `survey.layout` → "questions", `question.how-often.text.en` → "How often …". Empty texts are left out.
 */
export function laySurveyOut(survey: Survey): Readonly<Record<string, string>> {
  const laid: Record<string, string> = {};
  const put = (key: string, value: unknown) => {
    const words = typeof value === "string" ? value : JSON.stringify(value);
    if (value !== null && value !== undefined && words !== "" && words !== "false" && words !== "[]") laid[key] = words;
  };
  const putText = (key: string, text: SurveyText) => {
    for (const language of ["en", "cy", "easyEn", "easyCy"] as const) put(`${key}.${language}`, text[language]);
  };
  const putOptions = (key: string, options: readonly Option[]) => {
    for (const option of options) putText(`${key}.${option.code}`, option.text);
    put(`${key}.order`, options.map(({ code, exclusive }) => (exclusive ? `${code}!` : code)).join(" "));
  };
  for (const name of ["layout", "minutes", "organisations", "equality"] as const) put(`survey.${name}`, survey[name]);
  for (const [name, text] of Object.entries(survey.start)) putText(`survey.${name}`, text as SurveyText);
  put("survey.order", survey.sections.map(({ code }) => code).join(" "));
  for (const section of survey.sections) {
    const key = `section.${section.code}`;
    putText(`${key}.title`, section.title);
    putText(`${key}.intro`, section.intro);
    putText(`${key}.fact`, section.fact);
    put(`${key}.condition`, section.condition && conditionLine(section.condition));
    put(`${key}.jumps`, section.jumps.map(({ when, to }) => `${when ? conditionLine(when) : "always"} → ${to}`).join("; "));
    put(`${key}.order`, section.questions.map(({ code }) => code).join(" "));
    for (const question of section.questions) {
      const at = `question.${question.code}`;
      for (const [name, value] of Object.entries(question)) {
        if (name === "code") continue;
        if (name === "options" || name === "rows") putOptions(`${at}.${name}`, value as readonly Option[]);
        else if (name === "condition") put(`${at}.condition`, question.condition && conditionLine(question.condition));
        else if (isText(value)) putText(`${at}.${name}`, value);
        else put(`${at}.${name}`, value);
      }
    }
  }
  return laid;
}

const isText = (value: unknown): value is SurveyText => typeof value === "object" && value !== null && "en" in value && "easyEn" in value;

/** A condition on one line, in codes: `all: how-often is never`. */
export const conditionLine = ({ match, tests }: Condition): string => `${match}: ${tests.map(({ question, test, value }) => [question, test, value].filter((part) => part !== "").join(" ")).join(", ")}`;

/** What a new version does to one question. */
export type QuestionChange = "added" | "removed" | "changed" | "moved";

export interface SurveyDifference {
  readonly question: string;
  readonly change: QuestionChange;
  /** Keys of `laySurveyOut` within the question, with what stood and what stands; both empty for one added, removed or moved. */
  readonly parts: readonly { readonly key: string; readonly before: string; readonly after: string }[];
}

/** What differs between two versions: question by question in the order of the new one, what is gone last; then everything that is no question's, under `""`. */
export function surveyDifferences(before: Survey, after: Survey): readonly SurveyDifference[] {
  const [old, fresh] = [laySurveyOut(before), laySurveyOut(after)];
  const partsUnder = (under: (key: string) => boolean) =>
    [...new Set([...Object.keys(fresh), ...Object.keys(old)])].filter((key) => under(key) && old[key] !== fresh[key]).map((key) => ({ key, before: old[key] ?? "", after: fresh[key] ?? "" }));
  const were = questionsOf(before).map(({ code }) => code);
  const are = questionsOf(after).map(({ code }) => code);
  const keptBefore = were.filter((code) => are.includes(code));
  const keptNow = are.filter((code) => were.includes(code));
  const changes = are.flatMap((code): SurveyDifference[] => {
    if (!were.includes(code)) return [{ question: code, change: "added", parts: [] }];
    const parts = partsUnder((key) => key.startsWith(`question.${code}.`));
    const moved = keptBefore.indexOf(code) !== keptNow.indexOf(code) || sectionWith(before, code) !== sectionWith(after, code);
    return parts.length > 0 ? [{ question: code, change: "changed", parts }] : moved ? [{ question: code, change: "moved", parts: [] }] : [];
  });
  const gone = were.filter((code) => !are.includes(code)).map((code): SurveyDifference => ({ question: code, change: "removed", parts: [] }));
  const rest = partsUnder((key) => !key.startsWith("question."));
  return [...changes, ...gone, ...(rest.length > 0 ? [{ question: "", change: "changed" as const, parts: rest }] : [])];
}

const sectionWith = (survey: Survey, code: string): string | undefined => survey.sections.find(({ questions }) => questions.some((question) => question.code === code))?.code;

/**
 * Answers begun under another version, under this one: what still fits its question is kept as it is; what does not, or whose
 * question is gone, is set aside and asked again. Nothing is deleted: what was set aside stays stored under its code.
 */
export function carryOver(survey: Survey, answers: Answers): { readonly kept: Answers; readonly setAside: readonly string[] } {
  const questions = new Map<string, Question>(questionsOf(survey).map((question) => [question.code, question]));
  const fits = (code: string, answer: Answers[string]): boolean => {
    const question = questions.get(code);
    return question !== undefined && answer !== undefined && judgeAnswer(question, answer).length === 0;
  };
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined);
  return { kept: Object.fromEntries(given.filter(([code, answer]) => fits(code, answer))), setAside: given.filter(([code, answer]) => !fits(code, answer)).map(([code]) => code) };
}

/** The options of a question by their code, rows too. */
export const optionNames = (question: Question): ReadonlyMap<string, SurveyText> =>
  new Map([...optionsOf(question), ...("rows" in question ? question.rows : [])].map(({ code, text }) => [code, text]));
