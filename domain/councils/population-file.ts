import { err, ok, type Result } from "#domain/basics/result.ts";
import { AREA_CODE, readPeople, show } from "./area-file.ts";
import type { ImportFault } from "./file-import.ts";

export interface PopulationRow {
  readonly code: string;
  readonly population: number;
}

/** A row of a table with the number of its line in the file, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const CODE = [/^wd\d\d_?cd$/, /^ward_?(gss|code|cd)$/, /^ward_\d{4}_code$/, /^(area_?)?(gss|gss_?code|code)$/];
const POPULATION = [/^population$/, /^(total|all_?ages|total_population|residents|observation)$/, /^pop(\d{4})?$/];

/**
 * Populations by ward from a table with a code and a number in each row, or every fault of it.
 * Rows of wards the council does not have are left aside; a table with none of its wards is a fault.
 */
export function readPopulationTable(rows: readonly TableRow[], wards: ReadonlySet<string>): Result<readonly PopulationRow[], readonly ImportFault[]> {
  const [header, ...body] = rows;
  if (!header) return err([{ line: 0, column: "", code: "no-rows", found: "" }]);
  const names = header.cells.map((cell) => cell.trim().toLowerCase().replace(/\s+/g, "_"));
  const codeAt = columnOf(names, CODE);
  const peopleAt = columnOf(names, POPULATION);
  const absent = [codeAt === -1 ? "code" : "", peopleAt === -1 ? "population" : ""].filter((each) => each !== "");
  if (absent.length > 0) return err(absent.map((column) => ({ line: header.line, column, code: "column-missing", found: show(header.cells.join(",")) })));

  const faults: ImportFault[] = [];
  const found = new Map<string, number>();
  for (const { line, cells } of body) {
    const code = (cells[codeAt] ?? "").trim().toUpperCase();
    const people = readPeople(cells[peopleAt] ?? "");
    if (cells.length !== header.cells.length) faults.push({ line, column: "", code: "columns-count", found: String(cells.length) });
    else if (code === "") faults.push({ line, column: header.cells[codeAt] ?? "", code: "code-missing", found: "" });
    else if (!AREA_CODE.test(code)) faults.push({ line, column: header.cells[codeAt] ?? "", code: "code-shape", found: show(code) });
    else if (people === null) faults.push({ line, column: header.cells[peopleAt] ?? "", code: "population-shape", found: show(cells[peopleAt]) });
    else if (found.has(code)) faults.push({ line, column: header.cells[codeAt] ?? "", code: "code-twice", found: code });
    else found.set(code, people);
  }
  const own = [...found].filter(([code]) => wards.has(code));
  if (faults.length === 0 && own.length === 0) faults.push({ line: 0, column: "", code: "no-own-wards", found: "" });
  return faults.length > 0 ? err(faults) : ok(own.map(([code, population]) => ({ code, population })));
}

function columnOf(names: readonly string[], wanted: readonly RegExp[]): number {
  for (const pattern of wanted) {
    const at = names.findIndex((name) => pattern.test(name));
    if (at !== -1) return at;
  }
  return -1;
}
