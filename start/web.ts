/**
 * The web program of a built Folkmoot: Next's own production server, with the answers that need no making given before it
 * and the others packed for their way behind it. PORT, DATABASE_URL and TRUSTED_PROXIES are read from the environment.
 */
import { createServer, type IncomingMessage } from "node:http";
import path from "node:path";
import next from "next";
import { keptPages } from "#platform/page-cache/pages.ts";
import { answerAtOnce } from "#platform/web/answer-at-once.ts";
import { handOn } from "#platform/web/hand-on.ts";
import { answerKept } from "#platform/web/answer-kept.ts";
import { AssetsAtHand } from "#platform/web/assets-at-hand.ts";
import { clientAddress, readTrustedProxies } from "#platform/web/client-address.ts";
import { packAnswer } from "#platform/web/pack-answer.ts";
import { ROOT } from "./settings.ts";

/** Longer than a proxy before it keeps a connection, so that the proxy is the one to end it. */
const KEEP_ALIVE_MS = 65_000;
const PATIENCE_AT_END_MS = 5_000;

const port = Number(process.env["PORT"] ?? 3000);
const trustedProxies = readTrustedProxies(process.env["TRUSTED_PROXIES"] ?? "");
const app = next({ dev: false, dir: ROOT, port });
await app.prepare();
const make = app.getRequestHandler();
const pages = keptPages();
const assets = new AssetsAtHand(path.join(ROOT, "public/assets"));

const issuer = { address: process.env["ISSUER_URL"] ?? "", fields: ["cookie", "origin", "sec-fetch-site"] };
const box = { address: process.env["BOX_URL"] ?? "", fields: [] };

const server = createServer((request, response) => {
  // To the ballot box goes what was sent to it and nothing of who sent it.
  if (/^\/box\//.test(request.url ?? "")) {
    handOn(request, response, box);
    return;
  }
  if (request.url === "/issue") {
    handOn(request, response, issuer);
    return;
  }
  // The local mail page holds sign-in codes: only for somebody at this machine, unless it was opened on purpose.
  if (placeOf(request).startsWith("/local/") && process.env["LOCAL_MAIL"] !== "1" && !comesFromHere(request)) {
    response.writeHead(404).end();
    return;
  }
  // From here on the header says who is asking and nothing else: only a proxy that was named is believed.
  request.headers["x-forwarded-for"] = clientAddress(request.socket.remoteAddress ?? "", forwardedFor(request), trustedProxies);
  if (answerKept(pages, request, response) || assets.answer(request, response) || answerAtOnce(request, response)) return;
  packAnswer(request, response);
  void make(request, response);
});
server.keepAliveTimeout = KEEP_ALIVE_MS;
server.listen(port);

/** The address as Next will understand it, whatever way it is written: `/%6cocal/mail` and `/en/../local/mail` too. */
function placeOf(request: IncomingMessage): string {
  try {
    return decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname).replace(/\/{2,}/g, "/");
  } catch {
    return "";
  }
}

const forwardedFor = (request: IncomingMessage): string | undefined => {
  const header = request.headers["x-forwarded-for"];
  return Array.isArray(header) ? header.join(",") : header;
};

/** Whether the other end is this machine itself, and no proxy on it that speaks for others. */
function comesFromHere(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? "";
  return request.headers["x-forwarded-for"] === undefined && (address === "::1" || /^(::ffff:)?127\./.test(address));
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), PATIENCE_AT_END_MS).unref();
  });
}
