import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { isWorthPacking, packingFor } from "./packing.ts";
import type { Packing } from "#platform/page-cache/page-store.ts";

const ADDRESS = /^\/assets\/([\w.-]+\.[0-9a-f]{10}\.(css|js|woff2))$/;
const TYPES: Readonly<Record<string, string>> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", woff2: "font/woff2" };

interface Asset {
  readonly type: string;
  readonly plain: Uint8Array;
  readonly packed: Map<Packing, Uint8Array>;
}

/**
 * Stylesheets, scripts and fonts of `public/assets`, kept in memory as they are sent: their names carry a fingerprint, so
 * each is read and packed once in the life of a process.
 */
export class AssetsAtHand {
  readonly #folder: string;
  readonly #read = new Map<string, Asset>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** False where it is no asset's address or no such file is there. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const [address = ""] = (request.url ?? "").split("?", 1);
    const [, name, ending = ""] = ADDRESS.exec(address) ?? [];
    const asset = name === undefined ? null : this.#find(name, TYPES[ending] ?? "");
    if (!asset) return false;
    const packing = isWorthPacking(asset.type) ? packingFor(request.headers["accept-encoding"]) : null;
    const body = packing ? packedOnce(asset, packing) : asset.plain;
    response.writeHead(200, {
      "Content-Type": asset.type,
      "Content-Length": body.byteLength,
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
      Vary: "Accept-Encoding",
      ...(packing ? { "Content-Encoding": packing } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  }

  #find(name: string, type: string): Asset | null {
    const before = this.#read.get(name);
    if (before) return before;
    try {
      const asset = { type, plain: readFileSync(path.join(this.#folder, name)), packed: new Map<Packing, Uint8Array>() };
      this.#read.set(name, asset);
      return asset;
    } catch {
      return null;
    }
  }
}

function packedOnce({ plain, packed }: Asset, packing: Packing): Uint8Array {
  const before = packed.get(packing);
  if (before) return before;
  // At their best, which takes a tenth of a second the first time.
  const body = packing === "br" ? brotliCompressSync(plain) : gzipSync(plain, { level: 9 });
  packed.set(packing, body);
  return body;
}
