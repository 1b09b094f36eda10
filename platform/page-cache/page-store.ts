import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A finished page as Next hands it over; of the other things Next keeps nothing is looked at. */
export interface FinishedPage {
  readonly kind: string;
  readonly status?: number;
  readonly body?: Uint8Array;
  readonly headers?: Record<string, string | string[] | undefined>;
}

/** A page as it is kept. The names of the first two are Next's. */
export interface KeptPage {
  readonly value: FinishedPage;
  readonly lastModified: number;
  /** Of the content: the same for the same page, in every process; weak, since the page may be packed. */
  readonly etag: string;
}

interface Entry extends KeptPage {
  bytes: number;
  readonly packed: Map<Packing, Uint8Array>;
}

/** How a body may be packed for its way, best first. */
export const PACKINGS = ["br", "gzip"] as const;
export type Packing = (typeof PACKINGS)[number];

/** What a page weighs besides its body, roughly. */
const FRAME_BYTES = 2_048;
/** One page may take so small a part of the whole store. */
const LARGEST_SHARE = 8;
/** So many pages may be in the making at once before their marks are thrown away. */
const MOST_MARKS = 10_000;

/**
 * Finished pages by address, the least recently used dropped first when they pass `mostBytes`.
 * An address is `/en/millbrook/votes/your-patch`; renewal names it without the language.
 * Only pages that answered 200 are kept: what is not there today may be there tomorrow, and a crash passes.
 */
export class PageStore {
  readonly #mostBytes: number;
  readonly #pages = new Map<string, Entry>();
  #bytes = 0;
  #hearing = false;
  #renewals = 0;
  /**
   * Renewals so far when a page was first found missing: what was begun before a renewal must not be kept after it.
   * The first one counts, since several requests may wait for one making.
   */
  readonly #missedAt = new Map<string, number>();

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Renewals are heard from now on; whatever was kept may have missed one. */
  start(): void {
    this.clear();
    this.#hearing = true;
  }

  /** Renewals are no longer heard: nothing may be kept. */
  stop(): void {
    this.#hearing = false;
    this.clear();
  }

  /** The page, or null and a mark that it is being made. */
  get(key: string): KeptPage | null {
    const page = this.peek(key);
    if (page) return page;
    if (this.#missedAt.size >= MOST_MARKS) this.#missedAt.clear();
    if (!this.#missedAt.has(key)) this.#missedAt.set(key, this.#renewals);
    return null;
  }

  /** The page if it is there, by somebody who will not make it. */
  peek(key: string): KeptPage | null {
    const page = this.#pages.get(key);
    if (!page) return null;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  set(key: string, value: FinishedPage | null): void {
    const before = this.#missedAt.get(key);
    this.#missedAt.delete(key);
    if (!this.#hearing || before !== this.#renewals || value?.body === undefined || value.status !== 200) return;
    const bytes = value.body.byteLength + FRAME_BYTES;
    if (bytes > this.#mostBytes / LARGEST_SHARE) return;
    this.#drop(key);
    const etag = `W/"${createHash("sha256").update(value.body).digest("base64url").slice(0, 22)}"`;
    // Browsers and proxies may keep it too, but ask each time whether it is still the one.
    const headers = { ...value.headers, "cache-control": "public, max-age=0, must-revalidate", etag };
    this.#pages.set(key, { value: { ...value, headers }, lastModified: Date.now(), etag, bytes, packed: new Map() });
    this.#grow(bytes);
  }

  /** The body packed for its way, done once for each page that is kept. */
  packed(key: string, packing: Packing): Uint8Array | null {
    const page = this.#pages.get(key);
    const body = page?.value.body;
    if (!page || !body) return null;
    const before = page.packed.get(packing);
    if (before) return before;
    const packed = pack(body, packing);
    page.packed.set(packing, packed);
    page.bytes += packed.byteLength;
    this.#grow(packed.byteLength);
    return packed;
  }

  /** Drops the pages at and below an address without its language, and those now in the making. */
  renew(address: string): void {
    this.#renewals += 1;
    for (const key of [...this.#pages.keys()]) {
      const place = key.replace(/^\/(en|cy)\//, "");
      if (place === address || place.startsWith(`${address}/`)) this.#drop(key);
    }
  }

  clear(): void {
    this.#renewals += 1;
    this.#pages.clear();
    this.#bytes = 0;
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#pages.delete(key);
    this.#bytes -= page.bytes;
  }
}

/** Packed well, since it is done once and sent many times. */
function pack(body: Uint8Array, packing: Packing): Uint8Array {
  if (packing === "gzip") return gzipSync(body, { level: 9 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
  return brotliCompressSync(body, { params: { [BROTLI_PARAM_QUALITY]: 7, [BROTLI_PARAM_SIZE_HINT]: body.byteLength, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT } });
}
