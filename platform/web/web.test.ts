import { createServer, request as ask, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PageStore } from "#platform/page-cache/page-store.ts";
import { answerAtOnce } from "./answer-at-once.ts";
import { answerKept } from "./answer-kept.ts";
import { AssetsAtHand } from "./assets-at-hand.ts";
import { packAnswer } from "./pack-answer.ts";
import { packingFor } from "./packing.ts";

const WORDS = "the same words again and again ".repeat(100);
const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-web-"));
const pages = new PageStore(1_000_000);
const made: Record<string, { readonly type: string; readonly body: string; readonly headers?: Record<string, string>; readonly status?: number }> = {
  "/words": { type: "text/html; charset=utf-8", body: WORDS, headers: { ETag: '"strong"' } },
  "/short": { type: "text/html", body: "short" },
  "/picture": { type: "image/png", body: WORDS },
  "/packed": { type: "text/html", body: "packed by its maker", headers: { "Content-Encoding": "gzip" } },
  "/part": { type: "text/plain", body: WORDS, status: 206, headers: { "Content-Range": "bytes 0-3099/9999" } },
  "/large": { type: "text/csv", body: "x".repeat(5_000_000) },
};
let server: Server;

beforeAll(async () => {
  writeFileSync(path.join(folder, "folkmoot.0123456789.css"), `a{color:red}`.repeat(200));
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  const assets = new AssetsAtHand(folder);
  pages.start();
  pages.get("/en/millbrook");
  pages.set("/en/millbrook", { kind: "APP_ROUTE", status: 200, body: Buffer.from(WORDS), headers: { "content-type": "text/html", vary: ["Save-Data"], "x-next-cache-tags": "inside" } });
  server = createServer((request, response) => {
    if (answerKept(pages, request, response) || assets.answer(request, response) || answerAtOnce(request, response)) return;
    packAnswer(request, response);
    const answer = made[request.url ?? ""];
    response.statusCode = answer ? (answer.status ?? 200) : 404;
    // As Next writes: each header as a list, the head pushed out early, the end said twice.
    for (const [name, value] of Object.entries({ "Content-Type": answer?.type ?? "text/plain", ...answer?.headers })) response.setHeader(name, [value]);
    response.flushHeaders();
    const body = answer?.body ?? "not here";
    response.write(body.slice(0, 10));
    response.write(Buffer.from(body.slice(10)));
    response.end();
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function get(address: string, headers: Record<string, string> = {}, method = "GET"): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    ask({ port, host: "127.0.0.1", path: address, method, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }));
    })
      .on("error", reject)
      .end();
  });
}

describe("packingFor", () => {
  it.each([
    [undefined, null],
    ["", null],
    ["identity", null],
    ["gzip, deflate, br, zstd", "br"],
    ["GZIP;q=0.5", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br; q=0.0, gzip;q=0", null],
  ])("takes of %j %j", (accepted, packing) => {
    expect(packingFor(accepted)).toBe(packing);
  });
});

describe("answerKept", () => {
  it("sends a kept page packed as the browser takes it, whatever the query", async () => {
    const br = await get("/en/millbrook?utm=1", { "Accept-Encoding": "gzip, br" });
    expect(br.headers).toMatchObject({ "content-encoding": "br", "content-length": String(br.body.length), "cache-control": "public, max-age=0, must-revalidate", vary: "Save-Data, Accept-Encoding" });
    expect(br.headers["x-next-cache-tags"]).toBeUndefined();
    expect(brotliDecompressSync(br.body).toString()).toBe(WORDS);
    expect(gunzipSync((await get("/en/millbrook", { "Accept-Encoding": "gzip" })).body).toString()).toBe(WORDS);
    expect((await get("/en/millbrook")).body.toString()).toBe(WORDS);
  });

  it("says 304 to a browser that has the page, and sends no body for HEAD", async () => {
    const { headers } = await get("/en/millbrook");
    const again = await get("/en/millbrook", { "If-None-Match": `"other", ${String(headers.etag)}` });
    expect(again).toMatchObject({ status: 304, headers: { etag: headers.etag } });
    expect((await get("/en/millbrook", { "If-None-Match": '"other"' })).status).toBe(200);
    const head = await get("/en/millbrook", {}, "HEAD");
    expect(head).toMatchObject({ status: 200, headers: { "content-length": String(WORDS.length) } });
    expect(head.body).toHaveLength(0);
  });

  it("leaves forms and other addresses to be made", async () => {
    expect((await get("/en/millbrook", {}, "POST")).status).toBe(404);
    expect((await get("/en/fellside")).status).toBe(404);
  });
});

describe("AssetsAtHand", () => {
  it("sends a file of the folder for good, packed", async () => {
    const { headers, body } = await get("/assets/folkmoot.0123456789.css", { "Accept-Encoding": "br" });
    expect(headers).toMatchObject({ "content-type": "text/css; charset=utf-8", "content-encoding": "br", "cache-control": "public, max-age=31536000, immutable" });
    expect(brotliDecompressSync(body).toString()).toMatch(/^a\{color:red}/);
  });

  it("sends nothing else", async () => {
    for (const address of ["/assets/secret.txt", "/assets/..%2Fsecret.txt", "/assets/../secret.txt", "/assets/other.0123456789.css"]) expect((await get(address)).status).toBe(404);
  });
});

describe("answerAtOnce", () => {
  it("refuses addresses that cannot be read", async () => {
    for (const address of ["/en/%E0%A4%A", "/en/%", "/en/a%00b", "*"]) expect((await get(address)).status).toBe(400);
    expect((await get("/en/caf%C3%A9?q=%")).status).toBe(404);
  });

  it("says what may be asked", async () => {
    expect(await get("/en/millbrook", {}, "OPTIONS")).toMatchObject({ status: 204, headers: { allow: "GET, HEAD, POST, OPTIONS" } });
  });
});

describe("packAnswer", () => {
  it("packs words, whole and with their length", async () => {
    for (const [accepted, unpack] of [["br", brotliDecompressSync], ["gzip", gunzipSync]] as const) {
      const { headers, body } = await get("/words", { "Accept-Encoding": accepted });
      expect(headers).toMatchObject({ "content-encoding": accepted, "content-length": String(body.length), vary: "Accept-Encoding", etag: 'W/"strong"' });
      expect(unpack(body).toString()).toBe(WORDS);
    }
  });

  it("sends as they are: short words, pictures, parts, what is packed, and to who takes nothing", async () => {
    expect((await get("/words")).body.toString()).toBe(WORDS);
    for (const [address, answer] of Object.entries(made).filter(([each]) => each !== "/words")) {
      const { headers, body } = await get(address, { "Accept-Encoding": "br" });
      expect(headers["content-encoding"]).toBe(answer.headers?.["Content-Encoding"]);
      expect(body.toString()).toBe(answer.body);
    }
  });
});
