import type { FileFault, FileFaultCode } from "#domain/voting/files/file-fault.ts";

type Params = FileFault["params"];

/** What a fault means, for the person at the command line. */
const TEXTS: Readonly<Record<FileFaultCode, (p: Params) => string>> = {
  "file-empty": () => "the file is empty",
  "not-text": () => "this is not text in UTF-8",
  "gzip-broken": () => "the compressed file is damaged or cut short",
  "quote-not-closed": () => "a quotation mark opens here and is never closed",
  "section-missing": (p) => `the section ${p["section"]} is missing`,
  "section-repeated": (p) => `the section ${p["section"]} stands here a second time`,
  "section-unknown": (p) => `expected META, PROJECTS or VOTES, found "${p["text"]}"`,
  "header-missing": (p) => `the section ${p["section"]} has no line of column names`,
  "column-missing": (p) => `the section ${p["section"]} has no column "${p["column"]}"`,
  "column-repeated": (p) => `the column "${p["column"]}" stands here a second time`,
  "row-too-long": (p) => `this row has ${p["fields"]} fields, its section has ${p["columns"]} columns`,
  "row-too-short": (p) => `this row has only ${p["fields"]} of ${p["columns"]} fields`,
  "meta-missing": (p) => `META does not say "${p["key"]}"`,
  "meta-repeated": (p) => `META says "${p["key"]}" a second time`,
  "vote-type-unknown": (p) => `"${p["text"]}" is no known type of vote`,
  "number-unreadable": (p) => `"${p["text"]}" is not a number that can be read without doubt`,
  "number-too-large": () => "the amounts are too large to be counted exactly",
  "amount-not-positive": () => "this must be more than 0",
  "project-id-empty": () => "this project has no id",
  "project-repeated": (p) => `project ${p["project"]} stands already on line ${p["firstLine"]}`,
  "project-unknown": (p) => `there is no project "${p["project"]}"`,
  "points-negative": (p) => `project ${p["project"]} is given fewer than 0 points`,
  "points-do-not-match-choices": (p) => `${p["choices"]} projects are marked and ${p["points"]} points given`,
  "too-many-choices-marked": (p) => `${p["marked"]} projects are marked where ${p["most"]} is allowed`,
  "count-differs": (p) => `${p["key"]} says ${p["stated"]}, the file holds ${p["found"]}`,
  "line-unreadable": (p) => `this line cannot be read: "${p["text"]}"`,
  "seats-out-of-range": (p) => `${p["places"]} places for ${p["candidates"]} candidates`,
  "candidate-unknown": (p) => `there is no candidate ${p["candidate"]}`,
  "candidate-withdrawn-twice": (p) => `candidate ${p["candidate"]} is withdrawn twice`,
  "ballot-not-ended": () => "a line of ballots must end with 0",
  "ballots-not-ended": () => "the ballots must end with a line that holds only 0",
  "equal-preferences": () => "equal preferences cannot be counted",
  "skipped-preference": () => "a skipped preference cannot be counted",
  "names-missing": (p) => `${p["names"]} names for ${p["candidates"]} candidates`,
  "names-too-many": (p) => `more lines than ${p["candidates"]} names and a title`,
  "separator-comma": () => "numbers are separated by commas; this format separates them by spaces",
};

/** One line: file, line, column and reason. */
export function faultText(file: string, { line, column, code, params }: FileFault): string {
  return `${file}:${line}:${column}: ${TEXTS[code](params)}`;
}
