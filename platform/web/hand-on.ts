import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";

/** A small program behind this one, and what it is told of a request besides its body. */
export interface HandOn {
  /** Its address, `http://127.0.0.1:3002`. */
  readonly address: string;
  /** Fields of the head that go with it; all others, who asks and with what among them, stay here. */
  readonly fields: readonly string[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Hands a request on to a small program and its answer back, and keeps nothing of either. */
export function handOn(request: IncomingMessage, response: ServerResponse, { address, fields }: HandOn): void {
  const headers = Object.fromEntries(["content-type", "content-length", ...fields].flatMap((name) => (request.headers[name] === undefined ? [] : [[name, request.headers[name]]])));
  const onward = ask(new URL(request.url ?? "/", address), { method: request.method ?? "GET", headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => {
    if (response.headersSent) return void response.destroy();
    // It is being started again: nothing is lost, the same request finds out.
    response.writeHead(503, { "Content-Type": "application/json", "Retry-After": "1", "Cache-Control": "no-store" }).end('{"error":"unavailable"}');
  });
  response.on("close", () => {
    if (!response.writableFinished) onward.destroy();
  });
  request.pipe(onward);
}
