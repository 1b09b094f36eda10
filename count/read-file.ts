import { createReadStream } from "node:fs";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { readBlt, type BltFile } from "#domain/voting/files/blt.ts";
import { readPieces } from "#domain/voting/files/decode-bytes.ts";
import type { FileFault } from "#domain/voting/files/file-fault.ts";
import { readPabulib, type PabulibFile } from "#domain/voting/files/pabulib.ts";
import { parsePreflib } from "#domain/voting/files/preflib.ts";
import { faultText } from "./fault-text.ts";

export type BallotFile = { readonly kind: "budget"; readonly file: PabulibFile } | { readonly kind: "election"; readonly file: BltFile };

/** Reads a file by the end of its name (.pb, .blt, .soc, .soi, each also with .gz); one line for each fault. */
export async function readBallotFile(name: string): Promise<Result<BallotFile, string[]>> {
  const told = <T>(result: Result<T, FileFault[]>): Result<T, string[]> => (result.ok ? result : err(result.error.map((fault) => faultText(name, fault))));
  const kind = /\.(pb|blt|soc|soi)(\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  try {
    const bytes = createReadStream(name);
    if (kind === "pb") {
      const read = told(await readPabulib(bytes));
      return read.ok ? ok({ kind: "budget", file: read.value }) : read;
    }
    if (kind === undefined) return err([`${name}: the name must end in .pb, .blt, .soc or .soi, with or without .gz`]);
    const read = told(kind === "blt" ? await readBlt(bytes) : await readWhole(bytes));
    return read.ok ? ok({ kind: "election", file: read.value }) : read;
  } catch (error) {
    if (error instanceof Error && "code" in error) return err([`${name}: cannot be read (${String(error.code)})`]);
    throw error;
  }
}

async function readWhole(bytes: AsyncIterable<Uint8Array>): Promise<Result<BltFile, FileFault[]>> {
  let text = "";
  const unreadable = await readPieces(bytes, (piece) => {
    text += piece;
  });
  return unreadable === null ? parsePreflib(text) : err([unreadable]);
}
