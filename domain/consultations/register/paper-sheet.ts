import { readCivilDate } from "#domain/basics/fields.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { LOCALES } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { columnsOf, type AnswerColumn } from "#domain/consultations/answer-columns.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { typedAnswer } from "#domain/consultations/answer-form.ts";
import { DONT_KNOW } from "#domain/consultations/condition.ts";
import { judgeAnswer } from "#domain/consultations/judge-answer.ts";
import { OFFICE_CHANNELS, PUBLISH_CONSENTS, RESPONDENT_KINDS, type OfficeChannel } from "#domain/consultations/response.ts";
import { OTHER, optionsOf, type Option, type Question } from "#domain/consultations/survey.ts";
import type { KeyedPaper } from "./keyed-paper.ts";
import { asOnPaper } from "./read-paper.ts";

/** Columns that are about the paper. The others have the names of a file of answers (answer-columns.ts). */
export const SHEET_COLUMNS = ["number", "received", "channel", "respondent", "organisation", "language", "publish"] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** Rows of one Excel file at most, which is opened whole; a CSV file is read as it stands and may be as long as it likes. */
export const MOST_EXCEL_ROWS = 20_000;

const MOST_NUMBER = 40;

const NOT_WRITTEN: Partial<Record<Question["type"], readonly string[]>> = { postcode: ["area"], map: ["places", "latitude", "longitude"] };

/** The columns in which answers to questions may stand. Files are not sent in a table, a ward comes of its postcode, and a place on paper is in words. */
const answerColumnsOf = (question: Question): readonly AnswerColumn[] =>
  question.type === "file" ? [] : columnsOf(question).filter(({ name }) => !(NOT_WRITTEN[question.type] ?? []).some((part) => name === `${question.code}.${part}`));

/** The head of a table of paper responses: what a council fills in, one line to a paper. */
export const sheetHead = (questions: readonly Question[]): readonly string[] => [...SHEET_COLUMNS, ...questions.flatMap(answerColumnsOf).map(({ name }) => name)];

/** A line of the table as it is read. */
export interface PaperRow {
  readonly number: string;
  readonly receivedOn: CivilDay;
  readonly channel: OfficeChannel;
  readonly paper: KeyedPaper;
}

/** One thing wrong in a line: the column, what is wrong and what stands there. */
export interface SheetFault {
  readonly column: string;
  readonly code: string;
  readonly found: string;
}

/** Names of the head that no column has, and needed ones that are missing. Columns that only say more (`reference`, a ward) may be there. */
export function judgeHead(questions: readonly Question[], head: readonly string[]): { readonly unknown: readonly string[]; readonly missing: readonly string[]; readonly twice: readonly string[] } {
  const names = head.map(plainName).filter((name) => name !== "");
  const known = new Set([...sheetHead(questions), ...questions.flatMap(columnsOf).map(({ name }) => name)]);
  return { unknown: names.filter((name) => !known.has(name)), missing: ["number", "received"].filter((name) => !names.includes(name)), twice: [...new Set(names.filter((name, at) => names.indexOf(name) !== at))] };
}

const plainName = (name: string): string => name.replace(/^\uFEFF/, "").trim().toLowerCase();

/** The cells of a line by the name of their column. */
export const namedCells = (head: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(head.flatMap((name, at) => (plainName(name) === "" ? [] : [[plainName(name), (cells[at] ?? "").replace(/\r\n?/g, "\n").normalize("NFC").trim()]])));

/**
 * Reads one line. An empty cell is a question left out. A choice is its code, or its text in either language; a box is `1`, `x` or `yes`, and `0`,
 * `no` or nothing where it was left open. Everything wrong in the line is named at once.
 */
export function readSheetRow(questions: readonly Question[], cells: Readonly<Record<string, string>>, now: Date): Result<PaperRow, readonly SheetFault[]> {
  const faults: SheetFault[] = [];
  const cell = (name: string) => cells[name] ?? "";
  const oneOf = <T extends string>(column: SheetColumn, values: readonly T[], otherwise: T): T => {
    const given = cell(column).toLowerCase();
    const value = given === "" ? otherwise : values.find((each) => each === given);
    if (value === undefined) faults.push({ column, code: "not-offered", found: cell(column) });
    return value ?? otherwise;
  };
  const number = cell("number");
  if (number === "" || number.length > MOST_NUMBER) faults.push({ column: "number", code: number === "" ? "number-missing" : "number-long", found: number });
  const received = readCivilDate(cell("received"));
  if (received === null) faults.push({ column: "received", code: "date", found: cell("received") });
  else if (received > londonDay(now)) faults.push({ column: "received", code: "not-yet", found: cell("received") });
  const channel = oneOf("channel", OFFICE_CHANNELS, "paper");
  const organisationName = cell("organisation").slice(0, 200);
  const respondent = oneOf("respondent", RESPONDENT_KINDS, organisationName === "" ? "person" : "organisation");
  if (respondent === "organisation" && organisationName === "") faults.push({ column: "organisation", code: "organisation-missing", found: "" });
  const language = oneOf("language", LOCALES, "en");
  const publishConsent = oneOf("publish", PUBLISH_CONSENTS, "not-asked");
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    const read = readCells(asOnPaper(question), cells);
    if (!read.ok) faults.push(...read.error);
    else if (read.value !== null && read.value.agreed !== false) answers[question.code] = read.value;
  }
  if (faults.length > 0 || received === null) return err(faults);
  return ok({ number, receivedOn: received, channel, paper: { respondent, organisationName: respondent === "organisation" ? organisationName : "", language, publishConsent, answers } });
}

/** Reads the cells of one question. */
function readCells(question: Question, cells: Readonly<Record<string, string>>): Result<Answer | null, readonly SheetFault[]> {
  const { code } = question;
  const columns = answerColumnsOf(question).map(({ name }) => name);
  const given = columns.filter((name) => (cells[name] ?? "") !== "");
  if (given.length === 0) return ok(null);
  if (given.every((name) => cells[name]?.toLowerCase() === DONT_KNOW)) return question.dontKnow ? ok({ dontKnow: true }) : err([{ column: given[0] ?? code, code: "not-offered", found: DONT_KNOW }]);
  const fields: Record<string, string[]> = {};
  const faults: SheetFault[] = [];
  const put = (field: string, value: string) => (fields[field] ??= []).push(value);
  for (const column of given) {
    const found = cells[column] ?? "";
    const part = column.slice(code.length + 1);
    const field = fieldOfColumn(question, column, part, found);
    if (field === null) faults.push({ column, code: question.type === "multiple-choice" || question.type === "matrix-multiple" ? "tick" : "not-offered", found: found.slice(0, 80) });
    else if (field.value !== "") put(field.name, field.value);
  }
  if (faults.length > 0) return err(faults);
  const answer = question.type === "date" ? { date: readCivilDate(cells[code] ?? "") ?? (cells[code] ?? "") } : typedAnswer(question, fields as TypedValues);
  if (answer === null) return ok(null);
  const wrong = judgeAnswer(question, answer);
  if (wrong.length === 0) return ok(answer);
  return err(wrong.map((fault) => {
    const column = columnOfFault(columns, given, code, fault.field);
    return { column, code: fault.code, found: (cells[column] ?? "").slice(0, 80) };
  }));
}

/** The form's field that a cell stands for; null where the cell holds nothing that fits. */
function fieldOfColumn(question: Question, column: string, part: string, found: string): { readonly name: string; readonly value: string } | null {
  const { code } = question;
  switch (question.type) {
    case "multiple-choice": {
      if (part === "other-text") return { name: `${code}.other`, value: found };
      const ticked = readTick(found);
      return ticked === null ? null : { name: code, value: ticked ? part : "" };
    }
    case "matrix-single": {
      const value = codeIn(question.options, found);
      return value === null ? null : { name: `${code}.rows.${part}`, value };
    }
    case "matrix-multiple": {
      const ticked = readTick(found);
      const row = question.rows.find((each) => part.startsWith(`${each.code}.`));
      return ticked === null || !row ? null : { name: `${code}.rows.${row.code}`, value: ticked ? part.slice(row.code.length + 1) : "" };
    }
    case "ranking":
      return /^\d{1,3}$/.test(found) ? { name: `${code}.rank.${part}`, value: found } : null;
    case "budget":
      return { name: `${code}.amounts.${part}`, value: found };
    case "address":
    case "contact":
    case "organisation":
      return { name: `${code}.${question.type}.${part}`, value: found };
    case "map":
      return { name: `${code}.place`, value: found };
    case "consent": {
      const ticked = readTick(found);
      return ticked === null ? null : { name: code, value: ticked ? "yes" : "" };
    }
    case "yes-no": {
      const ticked = readTick(found);
      return ticked === null ? null : { name: code, value: ticked ? "yes" : "no" };
    }
    case "single-choice":
    case "autocomplete":
    case "likert": {
      if (part === "other-text") return { name: `${code}.other`, value: found };
      const value = question.other && found.toLowerCase() === OTHER ? OTHER : codeIn(optionsOf(question), found);
      return value === null ? null : { name: code, value };
    }
    default:
      return { name: column, value: found };
  }
}

const TICKS: Readonly<Record<string, boolean>> = { "1": true, x: true, "✓": true, yes: true, ie: true, true: true, "0": false, no: false, na: false, false: false };

const readTick = (found: string): boolean | null => TICKS[found.toLowerCase()] ?? null;

/** The code of an option, from its code or its text in either language. */
function codeIn(options: readonly Option[], found: string): string | null {
  const wanted = found.toLowerCase();
  return options.find(({ code, text }) => [code, text.en.toLowerCase(), text.cy.toLowerCase()].includes(wanted))?.code ?? null;
}

/** The column a fault of the answer stands in: its part's where one is named, else the first that was filled in. */
function columnOfFault(columns: readonly string[], given: readonly string[], code: string, field: string): string {
  const last = field.split(".").at(-1) ?? "";
  return columns.find((column) => column === `${code}.${last}`) ?? given[0] ?? code;
}
