import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { log } from "#platform/log.ts";
import { isOurs } from "./shared-secret.ts";

/** A question to a small program, from outside or from another program of ours. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** What was sent as JSON; null where nothing was, `undefined` where it cannot be read. */
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
  /** It came from a program of this installation. */
  readonly ours: boolean;
}

export interface Answered {
  readonly status: number;
  /** JSON, or text as it is. */
  readonly body: unknown;
  /** Content type where it is not JSON. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answerer = (asked: Asked) => Promise<Answered>;

export const refused = (status: number, error: string, more: object = {}): Answered => ({ status, body: { error, ...more } });

const MOST_BYTES = 65_536;
const KEEP_ALIVE_MS = 65_000;
const PATIENCE_AT_END_MS = 5_000;

/**
 * Serves JSON on the loopback of this machine and nothing besides: no log of requests, of which the programs that use this must
 * keep none. A fault that nobody expected is told as `unavailable` and may be tried again.
 */
export function serveJson(name: string, port: number, host: string, answer: Answerer): Server {
  const server = createServer((request, response) => {
    void reply(request, response, answer);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(port, host, () => {
    log.info(`${name} ready`);
  });
  return server;
}

/** Takes no new requests, lets those under way end, and then calls `ended`. */
export function endWithSignals(server: Server, ended: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      server.close(() => void ended().then(() => process.exit(0)));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), PATIENCE_AT_END_MS).unref();
    });
}

async function reply(request: IncomingMessage, response: ServerResponse, answer: Answerer): Promise<void> {
  let answered: Answered;
  try {
    const address = new URL(request.url ?? "/", "http://localhost");
    const body = request.method === "POST" ? await readJson(request) : null;
    answered =
      body === TOO_LONG
        ? refused(413, "too-long")
        : await answer({ method: request.method ?? "GET", path: address.pathname, query: address.searchParams, body, headers: request.headers, ours: isOurs(request.headers) });
  } catch (fault) {
    if (request.destroyed && !request.complete) return;
    log.error({ err: fault }, "a request was not answered");
    answered = { ...refused(503, "unavailable"), headers: { "Retry-After": "1" } };
  }
  const { status, body, type, headers } = answered;
  const content = type === undefined ? JSON.stringify(body) : (body as string | Uint8Array);
  response.writeHead(status, { "Content-Type": type ?? "application/json", "Content-Length": Buffer.byteLength(content), "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", ...headers }).end(content);
}

const TOO_LONG = Symbol("too long");

function readJson(request: IncomingMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    request.on("data", (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= MOST_BYTES) pieces.push(piece);
    });
    request.on("end", () => {
      if (bytes > MOST_BYTES) resolve(TOO_LONG);
      else resolve(parsed(Buffer.concat(pieces).toString("utf8")));
    });
    request.on("error", reject);
    request.on("close", () => {
      if (!request.complete) reject(new Error("The request was cut off"));
    });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
