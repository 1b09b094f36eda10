import type { IncomingMessage, ServerResponse } from "node:http";

/** Answers what no page would: an address that cannot be read, and the question what may be asked. False for all else. */
export function answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === "OPTIONS") {
    response.writeHead(204, { Allow: "GET, HEAD, POST, OPTIONS" }).end();
    return true;
  }
  if (isReadable(request.url ?? "")) return false;
  response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" }).end("This address cannot be read. / Ni ellir darllen y cyfeiriad hwn.\n");
  return true;
}

function isReadable(address: string): boolean {
  if (!address.startsWith("/")) return false;
  try {
    return !decodeURIComponent(address.split("?", 1)[0] ?? "").includes("\0");
  } catch {
    return false;
  }
}
