import { createHash } from "node:crypto";
import { rawClient } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { randomId } from "#platform/random.ts";
import type { ArrivingFile } from "./read-upload.ts";

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly byteLength: number;
}

export const PIECE_BYTES = 1024 * 1024;

export interface StoreFile {
  readonly councilId: string;
  readonly contentType?: string;
  /** Looks at the first bytes (up to 4,096) and says with a code what is wrong with them. */
  readonly judge?: (start: Buffer) => string | null;
}

/**
 * Keeps a file in the database as it arrives, in pieces of 1 MiB; in memory there is one piece.
 * On any fault nothing of it stays. A process that dies on the way leaves a file without a hash, which
 * `forgetUnusedFiles` removes later.
 */
export async function storeFile(file: ArrivingFile, { councilId, contentType = file.contentType, judge }: StoreFile): Promise<Result<StoredFile, string>> {
  const sql = rawClient();
  const id = randomId();
  const hash = createHash("sha256");
  let byteLength = 0;
  let position = 0;
  let judged = judge === undefined;
  const remove = () => sql`delete from stored_files where id = ${id}`;
  await sql`insert into stored_files (id, council_id, name, content_type) values (${id}, ${councilId}, ${file.name.slice(0, 200)}, ${contentType.slice(0, 100)})`;
  try {
    for await (const piece of inPieces(file.chunks)) {
      if (!judged) {
        const wrong = judge?.(piece.subarray(0, 4096)) ?? null;
        if (wrong !== null) {
          await remove();
          return err(wrong);
        }
        judged = true;
      }
      hash.update(piece);
      byteLength += piece.length;
      await sql`insert into stored_file_pieces (file_id, position, content) values (${id}, ${position++}, ${piece})`;
    }
    if (file.cut() || byteLength === 0) {
      await remove();
      return err(file.cut() ? "file-too-large" : "file-empty");
    }
    await sql`update stored_files set byte_length = ${byteLength}, sha256 = ${hash.digest()} where id = ${id}`;
  } catch (fault) {
    await remove();
    throw fault;
  }
  return ok({ id, name: file.name, byteLength });
}

/** Takes a file back that was kept with a form that is refused. */
export async function removeStored(kept: Result<StoredFile, string>): Promise<void> {
  if (kept.ok) await rawClient()`delete from stored_files where id = ${kept.value.id}`;
}

/** Chunks of any size in pieces of exactly 1 MiB, the last one shorter: a place in the file is then a piece and an offset. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (length + rest.length >= PIECE_BYTES) {
      const taken = PIECE_BYTES - length;
      yield Buffer.concat([...waiting, rest.subarray(0, taken)], PIECE_BYTES);
      rest = rest.subarray(taken);
      waiting = [];
      length = 0;
    }
    if (rest.length > 0) waiting.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}
