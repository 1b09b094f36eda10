import type { IncomingMessage, ServerResponse } from "node:http";
import type { PageStore } from "#platform/page-cache/page-store.ts";
import { packingFor } from "./packing.ts";

/**
 * Answers with a kept page, packed once for all who ask, or with 304 where the browser has it; false where none is kept
 * at this address and somebody must make it. The query is no part of the address, as for all pages made once.
 */
export function answerKept(pages: PageStore, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const [address = ""] = (request.url ?? "").split("?", 1);
  const kept = pages.peek(address);
  if (!kept?.value.body) return false;
  for (const [name, value] of Object.entries(kept.value.headers ?? {})) if (value !== undefined && !name.startsWith("x-next")) response.setHeader(name, value);
  response.appendHeader("Vary", "Accept-Encoding");
  if (holds(request.headers["if-none-match"], kept.etag)) {
    response.removeHeader("Content-Type");
    response.writeHead(304).end();
    return true;
  }
  const packing = packingFor(request.headers["accept-encoding"]);
  const body = (packing && pages.packed(address, packing)) ?? kept.value.body;
  if (body !== kept.value.body && packing) response.setHeader("Content-Encoding", packing);
  response.setHeader("Content-Length", body.byteLength);
  response.writeHead(kept.value.status ?? 200);
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}

const holds = (ifNoneMatch: string | undefined, etag: string): boolean => ifNoneMatch?.split(",").some((each) => [etag, "*"].includes(each.trim())) ?? false;
