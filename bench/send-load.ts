import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** What is sent: whole requests as text, one after the other in turn, until the time or the number is up. */
export interface LoadOrder {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** No more requests than this. */
  readonly most: number;
  /** The status every answer must have; others are counted as refused. */
  readonly status: string;
  readonly requests: readonly string[];
}

/** Times in milliseconds, as the sender saw them. */
export interface LoadMeasure {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly bytesEach: number;
  readonly refused: number;
  readonly firstRefusal: string;
}

/** Runs `bench/load.ts` with an order. Throws when an answer was not the one expected: a fault is no speed. */
export async function sendLoad(order: LoadOrder): Promise<LoadMeasure> {
  // An order may be longer than a command line.
  const folder = mkdtempSync(path.join(tmpdir(), "folkmoot-load-"));
  const file = path.join(folder, "order.json");
  writeFileSync(file, JSON.stringify(order));
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, "load.ts"), file]).finally(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const measure = JSON.parse(stdout) as LoadMeasure;
  if (measure.refused > 0) throw new Error(`${String(measure.refused)} of ${String(measure.requests)} answers were not ${order.status}. The first:\n${measure.firstRefusal}`);
  return measure;
}

/** A request as a browser sends it, kept open for the next. */
export function getRequest(port: number, path: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ Host: `localhost:${String(port)}`, Connection: "keep-alive", Accept: "text/html", "Accept-Encoding": "gzip, br", ...headers });
  return `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}
