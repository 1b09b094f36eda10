import { err, ok, type Result } from "#domain/basics/result.ts";

export const INDICATOR_STATUSES = ["recovered", "dropped", "added_2008", "not_recovered"] as const;
export type IndicatorStatus = (typeof INDICATOR_STATUSES)[number];

/** One national indicator as the file of the set gives it. */
export interface NationalIndicator {
  readonly number: number;
  readonly code: string;
  /** Empty where it has not been found. */
  readonly title: string;
  readonly status: IndicatorStatus;
  readonly annex: string;
  readonly source: string;
  readonly sourceUrl: string;
}

export type IndicatorFileFault = "unreadable" | "columns-missing";
export interface IndicatorRowFault {
  /** Row of the table, the header being 1. */
  readonly row: number;
  readonly fault: "number" | "code" | "status" | "title-without-source" | "title-missing" | "twice";
  readonly value: string;
}

const COLUMNS = ["ni_number", "code", "title", "status", "handbook_annex", "source", "source_url"] as const;

/**
 * Reads the national indicator set (numbers 1 to 199). A row is bad where its number, code or status is none, where it
 * comes twice, where a title has no source, or where one is said to be recovered and is not there.
 */
export function readIndicators(table: readonly (readonly string[])[]): Result<{ readonly indicators: readonly NationalIndicator[]; readonly faults: readonly IndicatorRowFault[] }, "columns-missing"> {
  const [header = [], ...rows] = table;
  const places = COLUMNS.map((column) => header.indexOf(column));
  if (places.includes(-1)) return err("columns-missing");
  const indicators: NationalIndicator[] = [];
  const faults: IndicatorRowFault[] = [];
  for (const [at, row] of rows.entries()) {
    const [written = "", code = "", title = "", status = "", annex = "", source = "", sourceUrl = ""] = places.map((place) => (row[place] ?? "").trim());
    const bad = (fault: IndicatorRowFault["fault"], value: string) => faults.push({ row: at + 2, fault, value });
    const number = /^\d{1,3}$/.test(written) ? Number(written) : 0;
    const known = INDICATOR_STATUSES.find((each) => each === status);
    if (number < 1 || number > 199) bad("number", written);
    else if (code !== `NI ${number}`) bad("code", code);
    else if (known === undefined) bad("status", status);
    else if (indicators.some((each) => each.number === number)) bad("twice", code);
    else if (title !== "" && source === "") bad("title-without-source", title);
    else if (title === "" && known === "recovered") bad("title-missing", code);
    else indicators.push({ number, code, title, status: known, annex, source, sourceUrl });
  }
  return ok({ indicators, faults });
}
