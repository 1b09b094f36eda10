import type { Answer, Answers } from "./answer.ts";
import { CLOSED_TYPES, optionsOf, YES_NO, type Option, type Question, type SurveyText } from "./survey.ts";

/** One column of a file of answers. */
export interface AnswerColumn {
  /** `how-often`, `services.buses` for one option or row, `contact.email` for one part. */
  readonly name: string;
  readonly question: Question;
  /** The row or option the column is of; null where it is the whole question's. */
  readonly part: Option | null;
  readonly cell: (answer: Answer) => string | number;
}

/**
 * The columns a question's answers take in a file: one for each that has one answer; one to each option where several may be chosen
 * (1 or 0), to each row of a grid, to each place of a ranking. An answer that was left out leaves its cells empty.
 */
export function columnsOf(question: Question): readonly AnswerColumn[] {
  const column = (suffix: string, cell: AnswerColumn["cell"], part: Option | null = null): AnswerColumn => ({ name: suffix === "" ? question.code : `${question.code}.${suffix}`, question, part, cell });
  const other = "other" in question && question.other ? [column("other-text", ({ other: words }) => words ?? "")] : [];
  switch (question.type) {
    case "multiple-choice":
      return [...ticks(question.options, column, (answer) => answer.choices), ...(question.other ? [column("other", (answer) => ticked(answer, answer.choices, "other"))] : []), ...other];
    case "matrix-single":
      return question.rows.map((row) => column(row.code, (answer) => answer.rows?.[row.code]?.[0] ?? unknown(answer), row));
    case "matrix-multiple":
      return question.rows.flatMap((row) => question.options.map((option) => column(`${row.code}.${option.code}`, (answer) => (answer.rows?.[row.code] === undefined ? unknown(answer) : ticked(answer, answer.rows[row.code], option.code)), row)));
    case "ranking":
      return question.options.map((option) => column(option.code, (answer) => placeOf(answer, option.code), option));
    case "budget":
      return question.options.map((option) => column(option.code, (answer) => (answer.amounts ? (answer.amounts[option.code] ?? 0) / (question.unit === "pounds" ? 100 : 1) : unknown(answer)), option));
    case "number":
      return [column("", (answer) => answer.number ?? unknown(answer))];
    case "address":
      return (["line1", "line2", "town", "postcode"] as const).map((part) => column(part, ({ address }) => address?.[part] ?? ""));
    case "contact":
      return (["name", "email", "phone"] as const).map((part) => column(part, ({ contact }) => contact?.[part] ?? ""));
    case "organisation":
      return (["name", "role", "represents"] as const).map((part) => column(part, ({ organisation }) => organisation?.[part] ?? ""));
    case "postcode":
      return [column("", ({ postcode }) => postcode ?? ""), column("area", ({ areaId }) => areaId ?? "")];
    case "map":
      // The first position by itself, for programs that draw points; everything that was marked beside it.
      return [column("latitude", ({ places }) => places?.[0]?.positions[0]?.[1] ?? ""), column("longitude", ({ places }) => places?.[0]?.positions[0]?.[0] ?? ""), column("places", ({ places }) => (places ? JSON.stringify(places) : "")), column("place", ({ place }) => place ?? "")];
    case "file":
      return [column("", ({ files }) => (files ?? []).map(({ name }) => name).join("; "))];
    case "consent":
      return [column("", ({ agreed }) => (agreed === undefined ? "" : YES_NO[agreed ? 0 : 1]))];
    case "date":
      return [column("", (answer) => answer.date ?? unknown(answer))];
    case "short-text":
    case "long-text":
      return [column("", (answer) => answer.text ?? unknown(answer))];
    default:
      return [column("", (answer) => answer.choice ?? unknown(answer)), ...other];
  }
}

/** The cells of one response. */
export const cellsOf = (columns: readonly AnswerColumn[], answers: Answers): readonly (string | number)[] =>
  columns.map(({ question, cell }) => {
    const answer = answers[question.code];
    return answer === undefined ? "" : cell(answer);
  });

/** Whether a question's answers may stand in open data: closed or a number, about no person, and not asked to be kept back. */
export const isOpen = (question: Question): boolean =>
  !question.personal && !question.notPublished && question.type !== "consent" && ([...CLOSED_TYPES, "matrix-single", "matrix-multiple", "ranking", "number", "budget"] as readonly string[]).includes(question.type);

/** The columns of open data: no words that somebody wrote. */
export const openColumns = (questions: readonly Question[]): readonly AnswerColumn[] => questions.filter(isOpen).flatMap(columnsOf).filter(({ name, question }) => name !== `${question.code}.other-text`);

/** Codes that every question shares, in words: as the code book says them. */
const SHARED = { other: ["Something else", "Rhywbeth arall"], "dont-know": ["I don’t know", "Dwi ddim yn gwybod"], yes: ["Yes", "Ie"], no: ["No", "Na"], ticked: ["Chosen", "Dewiswyd"], unticked: ["Not chosen", "Heb ei ddewis"] } as const;

/** What a code book says of a column: one line, or one to each value it can have. */
export function codebookOf(column: AnswerColumn): readonly (readonly string[])[] {
  const { name, question, part } = column;
  const both = (text: SurveyText) => [text.en, text.cy];
  const asked = [name, question.code, question.type, ...both(question.text), ...(part ? both(part.text) : ["", ""])];
  const codes = codesOf(column);
  return codes.length === 0 ? [[...asked, "", "", ""]] : codes.map((code) => [...asked, ...code]);
}

/** The values of a column in code and in words; nothing where it holds words, numbers or days only. */
function codesOf({ name, question }: AnswerColumn): readonly (readonly string[])[] {
  const unknown = question.dontKnow ? [["dont-know", ...SHARED["dont-know"]]] : [];
  if (name === `${question.code}.other-text`) return [];
  switch (question.type) {
    case "single-choice":
    case "autocomplete":
    case "likert":
    case "matrix-single":
      return [...optionsOf(question).map(({ code, text }) => [code, text.en, text.cy]), ...("other" in question && question.other ? [["other", ...SHARED.other]] : []), ...unknown];
    case "yes-no":
    case "consent":
      return [...YES_NO.map((code) => [code, ...SHARED[code]]), ...unknown];
    case "multiple-choice":
    case "matrix-multiple":
      return [["1", ...SHARED.ticked], ["0", ...SHARED.unticked], ...unknown];
    default:
      return unknown;
  }
}

type MakeColumn = (suffix: string, cell: AnswerColumn["cell"], part?: Option | null) => AnswerColumn;

const ticks = (options: readonly Option[], column: MakeColumn, of: (answer: Answer) => readonly string[] | undefined): readonly AnswerColumn[] =>
  options.map((option) => column(option.code, (answer) => ticked(answer, of(answer), option.code), option));

const ticked = (answer: Answer, chosen: readonly string[] | undefined, code: string): string | number => (answer.dontKnow ? "dont-know" : chosen?.includes(code) ? 1 : 0);

const unknown = (answer: Answer): string => (answer.dontKnow ? "dont-know" : "");

function placeOf(answer: Answer, code: string): string | number {
  const place = answer.order?.indexOf(code) ?? -1;
  return place < 0 ? unknown(answer) : place + 1;
}
