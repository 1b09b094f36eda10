/**
 * Pabulib .pb: participatory budgeting elections as text. Format: pabulib.org/format; Faliszewski et al.,
 * "Participatory Budgeting: Data, Tools, and Analysis", IJCAI 2023.
 * Sections META, PROJECTS and VOTES, each with a header line; `;` between fields, `,` inside lists, CSV quoting.
 * A file with any fault is refused whole, with all its faults; oddities that leave the count unharmed are warnings.
 */
import { err, ok, type Result } from "#domain/basics/result.ts";
import { readPieces } from "./decode-bytes.ts";
import { DelimitedRecords } from "./delimited-records.ts";
import type { FileFault } from "./file-fault.ts";
import type { PabulibFile } from "./pabulib-format.ts";
import { PabulibReader } from "./pabulib-reader.ts";

export type { PabulibFile } from "./pabulib-format.ts";
export { writePabulib } from "./pabulib-write.ts";

/** Reads a whole file; refuses it with every fault found, or gives all of it. */
export function parsePabulib(text: string): Result<PabulibFile, FileFault[]> {
  const reader = new PabulibReader();
  const records = new DelimitedRecords(";", (record) => reader.receive(record));
  records.push(text);
  records.end();
  return settle(reader, records);
}

/** Reads a file that arrives in pieces, as text or as bytes, gzipped or not. Faults as `parsePabulib`. */
export async function readPabulib(pieces: AsyncIterable<Uint8Array | string>): Promise<Result<PabulibFile, FileFault[]>> {
  const reader = new PabulibReader();
  const records = new DelimitedRecords(";", (record) => reader.receive(record));
  const unreadable = await readPieces(pieces, (text) => records.push(text));
  if (unreadable !== null) return err([unreadable]);
  records.end();
  return settle(reader, records);
}

function settle(reader: PabulibReader, records: DelimitedRecords): Result<PabulibFile, FileFault[]> {
  const read = reader.finish();
  const faults = [...records.faults, ...(read.ok ? [] : read.error)];
  if (faults.length > 0) return err(faults.sort((a, b) => a.line - b.line || a.column - b.column));
  return read.ok ? ok({ ...read.value, warnings: [...read.value.warnings, ...records.warnings] }) : read;
}
