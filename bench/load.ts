/**
 * Sends requests over kept connections for a bounded time, from a process of its own so that the server measured is alone
 * in its own. Started by {@link sendLoad}; reads one order from its arguments, prints one measure.
 */
import { readFileSync } from "node:fs";
import net from "node:net";
import type { LoadMeasure, LoadOrder } from "./send-load.ts";

const HEAD_END = Buffer.from("\r\n\r\n");

const order = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as LoadOrder;
const requests = order.requests.map((text) => Buffer.from(text));
const times: number[] = [];
let sent = 0;
let bytes = 0;
let refused = 0;
let firstRefusal = "";
const startedAt = performance.now();
const endsAt = startedAt + order.seconds * 1000;

await Promise.all(Array.from({ length: order.connections }, talk));
const seconds = (performance.now() - startedAt) / 1000;
times.sort((one, other) => one - other);
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const measure: LoadMeasure = { requests: times.length, seconds, p50: at(0.5), p95: at(0.95), bytesEach: times.length === 0 ? 0 : bytes / times.length, refused, firstRefusal };
process.stdout.write(JSON.stringify(measure));

/** One connection: the next request goes out when the answer before it is whole. */
function talk(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(order.port, "127.0.0.1");
    socket.setNoDelay(true);
    socket.setTimeout(30_000, () => socket.destroy(new Error("no answer for 30 seconds")));
    let held: Buffer = Buffer.alloc(0);
    let askedAt = 0;
    const ask = (): void => {
      if (performance.now() >= endsAt || sent >= order.most) {
        socket.end();
        resolve();
        return;
      }
      askedAt = performance.now();
      socket.write(requests[sent++ % requests.length] as Buffer);
    };
    socket.once("connect", ask);
    socket.once("error", reject);
    socket.once("close", () => resolve());
    socket.on("data", (piece: Buffer) => {
      held = held.length === 0 ? piece : Buffer.concat([held, piece]);
      const length = lengthOfAnswer(held);
      if (length === null || held.length < length) return;
      const status = held.toString("latin1", 9, 12);
      if (status !== order.status) {
        refused += 1;
        firstRefusal ||= held.toString("utf8", 0, 600);
      }
      bytes += length;
      times.push(performance.now() - askedAt);
      held = held.subarray(length);
      ask();
    });
  });
}

/** Bytes of the whole answer at the start of `held`; null while its end is not in sight. */
function lengthOfAnswer(held: Buffer): number | null {
  const head = held.indexOf(HEAD_END);
  if (head < 0) return null;
  const fields = held.toString("latin1", 0, head).toLowerCase();
  const body = head + HEAD_END.length;
  const length = /\ncontent-length: *(\d+)/.exec(fields)?.[1];
  if (length !== undefined) return body + Number(length);
  if (!fields.includes("transfer-encoding: chunked")) return body;
  for (let from = body; ; ) {
    const lineEnd = held.indexOf("\r\n", from);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(held.toString("latin1", from, lineEnd), 16);
    from = lineEnd + 2 + size + 2;
    if (size === 0) return from;
    if (from > held.length) return null;
  }
}
