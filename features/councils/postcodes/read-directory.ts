import { eq, sql } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ImportFault } from "#domain/councils/file-import.ts";
import { findPostcodeColumns, readPostcodeRow, type OwnPlaces, type PostcodeColumns } from "#domain/councils/postcode-file.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { csvPieces, type CsvRow } from "#platform/files/csv-lines.ts";
import { fileChunks } from "#platform/files/read-file.ts";
import { addFaults } from "../imports/add-faults.ts";
import { listAreas } from "../areas/queries.ts";

/** How far an import has got, as it is kept after each piece. */
export interface ReadSoFar {
  readonly byteOffset: number;
  readonly line: number;
  readonly columns: PostcodeColumns | null;
  readonly rowsDone: number;
  readonly rowsKept: number;
  readonly rowsElsewhere: number;
  readonly rowsRefused: number;
  readonly terminated: number;
  /** Milliseconds of work, over all stretches. */
  readonly worked: number;
}

export const NOTHING_READ: ReadSoFar = { byteOffset: 0, line: 0, columns: null, rowsDone: 0, rowsKept: 0, rowsElsewhere: 0, rowsRefused: 0, terminated: 0, worked: 0 };

/** Where the reading of a file ended: at its end, or earlier because it was told to. */
export type Reading = "finished" | "paused";

const MOST_FAULTS = 1_000_000;

export interface ReadDirectory {
  readonly importId: string;
  readonly fileId: string;
  readonly from: ReadSoFar;
  /** Asked after each piece. */
  readonly pause: () => boolean;
  readonly clock: () => number;
}

/**
 * Reads a directory from where it was left. After each piece of a mebibyte its rows, its faults and the place reached are
 * kept in one transaction, so that a process that dies loses one piece of work and no row is taken twice.
 */
export async function readDirectory(scope: SystemScope, { importId, fileId, from, pause, clock }: ReadDirectory): Promise<Result<Reading, readonly ImportFault[]>> {
  const places = await ownPlaces(scope);
  const known = await knownPostcodes(scope, importId);
  let so = from;
  const { columns } = from;
  let since = clock();
  for await (const piece of csvPieces(fileChunks(fileId, so.byteOffset), { fromByte: so.byteOffset, fromLine: so.line, ...(columns && { wanted: wantedOf(columns) }) })) {
    if (columns === null) {
      const [header, ...body] = piece.rows;
      if (!header) continue;
      const found = findPostcodeColumns(header.cells ?? []);
      if (!found.ok) return found;
      const wanted = wantedOf(found.value);
      const rows = body.map((row) => ({ ...row, cells: row.cells && wanted.map((at) => row.cells?.[at] ?? "") }));
      const place = { ...so, columns: found.value, byteOffset: piece.endByte, line: piece.endLine, worked: so.worked + clock() - since };
      so = await keep(importId, so, place, judge(rows, found.value, places, known));
      // The first piece was read before it was known which columns matter; the others need give no more than those.
      return readDirectory(scope, { importId, fileId, from: so, pause, clock });
    }
    const judged = judge(piece.rows, columns, places, known);
    so = await keep(importId, so, { ...so, byteOffset: piece.endByte, line: piece.endLine, worked: so.worked + clock() - since }, judged);
    since = clock();
    if (so.rowsRefused >= MOST_FAULTS) return err([{ line: so.line, column: "", code: "too-many-faults", found: "" }]);
    if (pause()) return ok("paused");
  }
  if (columns === null) return err([{ line: 0, column: "", code: "no-rows", found: "" }]);
  return ok("finished");
}

const wantedOf = (columns: PostcodeColumns): number[] => [columns.postcode, columns.ward, columns.council ?? -1, columns.terminated ?? -1];

interface Judged {
  /** Postcode to area; none for one that is to go. */
  readonly rows: ReadonlyMap<string, string | null>;
  readonly faults: readonly ImportFault[];
  readonly count: { readonly done: number; readonly kept: number; readonly elsewhere: number; readonly terminated: number };
}

interface KnownPostcodes {
  /** Those residents can use now. */
  readonly held: ReadonlySet<string>;
  /** Those of this file so far. */
  readonly read: Map<string, string | null>;
}

function judge(rows: readonly CsvRow[], columns: PostcodeColumns, places: OwnPlaces, known: KnownPostcodes): Judged {
  const taken = new Map<string, string | null>();
  const faults: ImportFault[] = [];
  let [kept, elsewhere, terminated] = [0, 0, 0];
  const put = (postcode: string, areaId: string | null) => {
    taken.set(postcode, areaId);
    known.read.set(postcode, areaId);
  };
  for (const { line, count, cells } of rows) {
    if (cells === null || count !== columns.count) {
      faults.push({ line, column: "", code: cells === null ? "not-csv" : "columns-count", found: cells === null ? "" : String(count) });
      continue;
    }
    const [postcode = "", ward = "", council = "", ended = ""] = cells;
    const row = readPostcodeRow({ postcode, ward, council: columns.council === null ? null : council, terminated: ended }, places);
    if (row.kind === "fault") {
      faults.push({ line, column: columns.names[row.column], code: row.code, found: row.found });
      continue;
    }
    const before = known.read.get(row.postcode);
    if (row.kind === "own") {
      if (before && before !== row.areaId) {
        faults.push({ line, column: columns.names.postcode, code: "postcode-twice", found: row.postcode });
        continue;
      }
      kept += 1;
      if (!before) put(row.postcode, row.areaId);
    } else {
      if (row.kind === "elsewhere") elsewhere += 1;
      else terminated += 1;
      if (before === undefined && known.held.has(row.postcode)) put(row.postcode, null);
    }
  }
  return { rows: taken, faults, count: { done: rows.length, kept, elsewhere, terminated } };
}

/** Keeps one piece's rows, faults and the place after it, unless somebody else has gone on from there meanwhile. */
async function keep(importId: string, before: ReadSoFar, place: ReadSoFar, { rows, faults, count }: Judged): Promise<ReadSoFar> {
  const after: ReadSoFar = {
    ...place,
    rowsDone: before.rowsDone + count.done,
    rowsKept: before.rowsKept + count.kept,
    rowsElsewhere: before.rowsElsewhere + count.elsewhere,
    rowsRefused: before.rowsRefused + faults.length,
    terminated: before.terminated + count.terminated,
  };
  await inTransaction(async (tx) => {
    const [now] = await tx.select({ byteOffset: fileImports.byteOffset, state: fileImports.state }).from(fileImports).where(eq(fileImports.id, importId)).for("update");
    if (now?.state !== "running" || now.byteOffset !== before.byteOffset) throw new Error(`Import ${importId} was carried on by somebody else`);
    await stageRows(tx, importId, rows);
    await addFaults(tx, importId, before.rowsRefused, faults);
    const { byteOffset, rowsDone, rowsKept, rowsElsewhere, rowsRefused, line, columns, terminated, worked } = after;
    await tx
      .update(fileImports)
      .set({ byteOffset, rowsDone, rowsKept, rowsElsewhere, rowsRefused, detail: { line, columns, terminated, worked, seconds: worked / 1000 } })
      .where(eq(fileImports.id, importId));
  });
  return after;
}

async function stageRows(tx: Transaction, importId: string, rows: ReadonlyMap<string, string | null>): Promise<void> {
  if (rows.size === 0) return;
  // Arrays of the database are written by hand: the driver would send each element as a parameter of its own.
  const postcodes = `{${[...rows.keys()].map((postcode) => `"${postcode.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
  const areaIds = `{${[...rows.values()].map((areaId) => areaId ?? "NULL").join(",")}}`;
  await tx.execute(sql`
    insert into postcode_import_rows (import_id, postcode, area_id)
    select ${importId}, p, a from unnest(${postcodes}::text[], ${areaIds}::uuid[]) as rows (p, a)
    on conflict (import_id, postcode) do update set area_id = excluded.area_id`);
}

async function ownPlaces(scope: SystemScope): Promise<OwnPlaces> {
  const areas = await listAreas(scope);
  return {
    wards: new Map(areas.filter(({ kind }) => kind === "ward").map(({ code, id }) => [code, id])),
    councils: new Set(areas.filter(({ kind }) => kind === "council").map(({ code }) => code)),
  };
}

async function knownPostcodes(scope: SystemScope, importId: string): Promise<KnownPostcodes> {
  const held = await database().execute<{ postcode: string }>(sql`select postcode from postcodes where council_id = ${scope.council.id}`);
  const read = await database().execute<{ postcode: string; area: string | null }>(sql`select postcode, area_id as area from postcode_import_rows where import_id = ${importId}`);
  return { held: new Set(held.map(({ postcode }) => postcode)), read: new Map(read.map(({ postcode, area }) => [postcode, area])) };
}
