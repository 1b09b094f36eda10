/**
 * .blt: ranked ballots as written by most programs for the single transferable vote (after Wichmann; dialects of OpenSTV and of the
 * Scottish councils). First line: candidates and places; then withdrawn candidates as negative numbers; a line for each kind of paper,
 * "papers preference preference … 0"; a line "0"; the names; the title. Candidates are known by their number, from 1.
 */
import { err, type Result } from "#domain/basics/result.ts";
import type { BltFile } from "./blt-format.ts";
import { BltReader } from "./blt-reader.ts";
import { readPieces } from "./decode-bytes.ts";
import type { FileFault } from "./file-fault.ts";
import { TextLines } from "./text-lines.ts";

export type { BltFile } from "./blt-format.ts";

/** Reads a whole file; refuses it with every fault found, or gives all of it. */
export function parseBlt(text: string): Result<BltFile, FileFault[]> {
  const reader = new BltReader();
  const lines = new TextLines((line, number) => reader.receive(line, number));
  lines.push(text);
  lines.end();
  return reader.finish();
}

/** Reads a file that arrives in pieces, as text or as bytes, gzipped or not. */
export async function readBlt(pieces: AsyncIterable<Uint8Array | string>): Promise<Result<BltFile, FileFault[]>> {
  const reader = new BltReader();
  const lines = new TextLines((line, number) => reader.receive(line, number));
  const unreadable = await readPieces(pieces, (text) => lines.push(text));
  if (unreadable !== null) return err([unreadable]);
  lines.end();
  return reader.finish();
}

/** Writes a .blt file with CSV-quoted names; `parseBlt` gives the same file back, its warnings aside. */
export function writeBlt(file: Omit<BltFile, "warnings">): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const withdrawn = file.candidates.filter((candidate) => candidate.withdrawn).map(({ number }) => `-${number}`);
  return [
    `${file.candidates.length} ${file.places}`,
    ...(withdrawn.length > 0 ? [withdrawn.join(" ")] : []),
    ...file.ballots.map(({ ranking, multiplicity }) => [multiplicity, ...ranking, 0].join(" ")),
    "0",
    ...file.candidates.map(({ name, party }) => quoted(party === null ? name : `${name} "${party}"`)),
    quoted(file.title),
    "",
  ].join("\n");
}

