import { rawClient } from "#db/client.ts";
import { PIECE_BYTES } from "./store-file.ts";

export interface FileInStore {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly byteLength: number;
}

/** A file of one council that was kept whole, or null. */
export async function findFile(councilId: string, id: string): Promise<FileInStore | null> {
  const [row] = await rawClient()<{ id: string; name: string; content_type: string; byte_length: string }[]>`
    select id, name, content_type, byte_length from stored_files where id = ${id} and council_id = ${councilId} and sha256 is not null`;
  return row ? { id: row.id, name: row.name, contentType: row.content_type, byteLength: Number(row.byte_length) } : null;
}

/** The bytes of a file from `fromByte` on, piece by piece. */
export async function* fileChunks(id: string, fromByte = 0): AsyncGenerator<Buffer> {
  const sql = rawClient();
  const first = Math.floor(fromByte / PIECE_BYTES);
  for (let position = first; ; position += 1) {
    const [row] = await sql<{ content: Buffer }[]>`select content from stored_file_pieces where file_id = ${id} and position = ${position}`;
    if (!row) return;
    yield position === first ? row.content.subarray(fromByte % PIECE_BYTES) : row.content;
  }
}

/** A whole file of at most a few megabytes. */
export async function fileBytes(id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of fileChunks(id)) pieces.push(piece);
  return Buffer.concat(pieces);
}
