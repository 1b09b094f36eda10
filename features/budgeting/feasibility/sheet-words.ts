import { CHECK_STATES, REVIEW_STANDINGS, type CheckState } from "#domain/budgeting/feasibility.ts";
import { SHEET_COLUMNS, type SheetColumn, type SheetWords } from "#domain/budgeting/review-sheet.ts";
import { messages } from "#i18n/messages.ts";

const BOTH = ["en", "cy"] as const;

/** Words of a spreadsheet in both languages, so that a file downloaded in one is read in the other. */
export function sheetWords(): SheetWords {
  return {
    states: new Map(BOTH.flatMap((locale) => CHECK_STATES.map((state): [string, CheckState] => [messages(locale).feasibility.states[state].toLowerCase(), state]))),
    decisions: new Map(
      BOTH.flatMap((locale) =>
        REVIEW_STANDINGS.map((standing): [string, "feasible" | "not-feasible" | "open"] => [
          messages(locale).feasibility.standings[standing].toLowerCase(),
          standing === "feasible" || standing === "not-feasible" ? standing : "open",
        ]),
      ),
    ),
  };
}

/** What the columns are called in either language. */
export const sheetColumnNames = (): ReadonlyMap<string, SheetColumn> =>
  new Map(BOTH.flatMap((locale) => SHEET_COLUMNS.map((column): [string, SheetColumn] => [messages(locale).feasibility.sheet.columns[column].toLowerCase(), column])));
