import { Readable } from "node:stream";

/** JSON written piece by piece, as a file to download. */
export const jsonFileResponse = (name: string, pieces: AsyncIterable<string>): Response =>
  new Response(Readable.toWeb(Readable.from(asBytes(pieces), { objectMode: false })) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });

async function* asBytes(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}
