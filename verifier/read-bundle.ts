import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { mkdtemp, open, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { once } from "node:events";
import { createGunzip } from "node:zlib";
import { BUNDLE_FILES, type BundleFile } from "#domain/voting/ballot-box/bundle.ts";
import { readTar } from "#domain/voting/ballot-box/tar.ts";
import { UnreadableBundle, type BundleSource } from "#domain/voting/ballot-box/verify/verify-bundle.ts";

/** Lines handed on together: enough that threads are not idle, few enough that memory stays small. */
const LINES = 500;

export interface OpenBundle {
  readonly source: BundleSource;
  /** Removes what was unpacked. */
  close(): Promise<void>;
}

/** Opens a folder, or unpacks the downloaded file to a folder of its own. */
export async function openBundle(where: string): Promise<OpenBundle> {
  const found = await stat(where).catch(() => null);
  if (found === null) throw new UnreadableBundle(`there is nothing at ${where}`);
  if (found.isDirectory()) return { source: folderSource(where), close: async () => undefined };
  const folder = await mkdtemp(path.join(tmpdir(), "ballot-log-"));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await unpack(where, folder);
  } catch (fault) {
    await close();
    throw fault instanceof UnreadableBundle ? fault : new UnreadableBundle(fault instanceof Error ? fault.message : String(fault));
  }
  return { source: folderSource(folder), close };
}

async function unpack(file: string, folder: string): Promise<void> {
  const handle = await open(file);
  const start = Buffer.alloc(2);
  await handle.read(start, 0, 2, 0);
  await handle.close();
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const raw = createReadStream(file);
  const pieces = isGzip ? raw.pipe(createGunzip()) : raw;
  const written = new UnpackedFile(folder);
  for await (const { name, bytes } of readTar(pieces as AsyncIterable<Uint8Array>)) {
    const base = path.posix.basename(name);
    // Anything else in the archive is no part of the bundle, and no name of it reaches the disk.
    if ((BUNDLE_FILES as readonly string[]).includes(base)) await written.add(base, bytes);
  }
  await written.close();
}

/** The file that is being unpacked; the next name closes it. */
class UnpackedFile {
  readonly #folder: string;
  #name = "";
  #stream: WriteStream | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    if (name !== this.#name) await this.close();
    this.#name = name;
    this.#stream ??= createWriteStream(path.join(this.#folder, name));
    if (!this.#stream.write(bytes)) await once(this.#stream, "drain");
  }

  async close(): Promise<void> {
    const stream = this.#stream;
    this.#stream = null;
    if (stream === null) return;
    stream.end();
    await once(stream, "close");
  }
}

function folderSource(folder: string): BundleSource {
  return {
    async text(name) {
      const bytes = await readFile(path.join(folder, name)).catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === "ENOENT") return null;
        throw new UnreadableBundle(`${name} cannot be read`);
      });
      return bytes === null ? null : decoded(name, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }), bytes, false);
    },
    lines: (name) => linesOf(folder, name),
  };
}

async function* linesOf(folder: string, name: BundleFile): AsyncGenerator<readonly string[]> {
  const file = path.join(folder, name);
  if ((await stat(file).catch(() => null)) === null) throw new UnreadableBundle(`there is no ${name}`);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  let held: string[] = [];
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoded(name, decoder, bytes, true)).split("\n");
    rest = lines.pop() ?? "";
    held = held.concat(lines);
    if (held.length < LINES) continue;
    yield held;
    held = [];
  }
  if (rest + decoded(name, decoder, new Uint8Array(0), false) !== "") throw new UnreadableBundle(`${name} was cut off in its last line`);
  if (held.length > 0) yield held;
}

function decoded(name: string, decoder: TextDecoder, bytes: Uint8Array, more: boolean): string {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    throw new UnreadableBundle(`${name} is no text`);
  }
}
