import { eq, sql } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import { show } from "#domain/councils/area-file.ts";
import type { ImportFault } from "#domain/councils/file-import.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { readRollRow, type RollPlaces, type RollRow } from "#domain/eligibility/rolls/roll-file.ts";
import { addFaults } from "#features/councils/imports/add-faults.ts";
import type { CsvRow } from "#platform/files/csv-lines.ts";
import { fileChunks } from "#platform/files/read-file.ts";
import { tablePieces } from "#platform/files/table-rows.ts";
import type { RollImportDetail } from "./roll-import.ts";

/** How far a reading has got, as it is kept after each piece. */
export interface ReadSoFar {
  readonly byteOffset: number;
  readonly rowsDone: number;
  readonly rowsKept: number;
  readonly rowsRefused: number;
  readonly detail: RollImportDetail;
}

const MOST_FAULTS = 1_000_000;

export interface ReadRoll {
  readonly importId: string;
  readonly fileId: string;
  readonly from: ReadSoFar;
  readonly today: CivilDay;
  /** Asked after each piece. */
  readonly pause: () => boolean;
  readonly clock: () => number;
}

/**
 * Reads a roll from where it was left. After each piece of a mebibyte its rows, its faults and the place reached are kept in
 * one transaction, so that a process that dies loses one piece of work and no row is taken twice.
 */
export async function readRoll(scope: SystemScope, { importId, fileId, from, today, pause, clock }: ReadRoll): Promise<Result<"finished" | "paused", readonly ImportFault[]>> {
  const places = await placesOf(scope);
  let so = from;
  let since = clock();
  for await (const piece of tablePieces(fileChunks(fileId, so.byteOffset), { ...so.detail.form, fromByte: so.byteOffset, fromLine: so.detail.line })) {
    const rows = so.byteOffset === 0 ? piece.rows.slice(1) : piece.rows;
    const judged = judge(rows, so.detail, places, today);
    const place = { ...so, byteOffset: piece.endByte, detail: { ...so.detail, line: piece.endLine, worked: so.detail.worked + clock() - since } };
    so = await keep(importId, so, place, rows.length, judged);
    since = clock();
    if (so.rowsRefused >= MOST_FAULTS) return err([{ line: so.detail.line, column: "", code: "too-many-faults", found: "" }]);
    if (pause()) return ok("paused");
  }
  return so.rowsDone === 0 ? err([{ line: 0, column: "", code: "no-rows", found: "" }]) : ok("finished");
}

interface Judged {
  readonly rows: readonly (RollRow & { readonly line: number })[];
  readonly faults: readonly ImportFault[];
}

function judge(rows: readonly CsvRow[], { header, columns }: RollImportDetail, places: RollPlaces, today: CivilDay): Judged {
  const taken: (RollRow & { line: number })[] = [];
  const faults: ImportFault[] = [];
  for (const { line, count, cells } of rows) {
    if (cells === null || count !== header.length) {
      faults.push({ line, column: "", code: cells === null ? "not-csv" : "columns-count", found: cells === null ? "" : String(count) });
      continue;
    }
    const read = readRollRow(cells, columns, places, today);
    if ("row" in read) taken.push({ ...read.row, line });
    else faults.push({ line, column: header[columns.indexOf(read.fault.field)] ?? "", code: read.fault.code, found: show(read.fault.found) });
  }
  return { rows: taken, faults };
}

/** Keeps one piece's rows, faults and the place after it, unless somebody else has gone on from there meanwhile. */
async function keep(importId: string, before: ReadSoFar, place: ReadSoFar, done: number, { rows, faults }: Judged): Promise<ReadSoFar> {
  return inTransaction(async (tx) => {
    const [now] = await tx.select({ byteOffset: fileImports.byteOffset, state: fileImports.state }).from(fileImports).where(eq(fileImports.id, importId)).for("update");
    if (now?.state !== "running" || now.byteOffset !== before.byteOffset) throw new Error(`Import ${importId} was carried on by somebody else`);
    const twice = await stageRows(tx, importId, rows);
    const all = [...faults, ...twice].sort((one, other) => one.line - other.line);
    await addFaults(tx, importId, before.rowsRefused, all);
    const after = { ...place, rowsDone: before.rowsDone + done, rowsKept: before.rowsKept + rows.length - twice.length, rowsRefused: before.rowsRefused + all.length };
    const { byteOffset, rowsDone, rowsKept, rowsRefused, detail } = after;
    await tx.update(fileImports).set({ byteOffset, rowsDone, rowsKept, rowsRefused, detail: { ...detail } }).where(eq(fileImports.id, importId));
    return after;
  });
}

/** Puts rows by for the end; gives those whose number an earlier row has. */
async function stageRows(tx: Transaction, importId: string, rows: readonly (RollRow & { readonly line: number })[]): Promise<readonly ImportFault[]> {
  if (rows.length === 0) return [];
  const put = await tx.execute<{ line: number }>(sql`
    insert into roll_import_rows (import_id, line, reference, given_names, family_name, birth_date, birth_year, address, postcode, school, year_group, area_id, reference_key, given_key, family_key)
    select ${importId}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (
      line integer, reference text, "givenNames" text, "familyName" text, "birthDate" date, "birthYear" integer, address text, postcode text, school text, "yearGroup" text,
      "areaId" uuid, "referenceKey" text, "givenKey" text, "familyKey" text)
    on conflict (import_id, reference_key) do nothing returning line`);
  if (put.length === rows.length) return [];
  const kept = new Set(put.map(({ line }) => line));
  return rows.filter(({ line }) => !kept.has(line)).map(({ line, reference }) => ({ line, column: "", code: "reference-twice", found: show(reference) }));
}

async function placesOf(scope: SystemScope): Promise<RollPlaces> {
  const areas = await database().execute<{ code: string; id: string }>(sql`select upper(code) as code, id from areas where council_id = ${scope.council.id}`);
  const postcodes = await database().execute<{ postcode: string; area: string }>(sql`select postcode, area_id as area from postcodes where council_id = ${scope.council.id}`);
  return { areas: new Map(areas.map(({ code, id }) => [code, id])), postcodes: new Map(postcodes.map(({ postcode, area }) => [postcode, area])) };
}
