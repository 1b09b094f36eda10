import { spawn } from "node:child_process";

export type ScanVerdict = "clean" | "refused";

/** The scanner gave no answer that can be relied on: it is not there, stopped, or took too long. What it was asked about stays in quarantine. */
export class ScannerAway extends Error {
  /** Whether it ran at all: one that cannot be started says nothing of the file. */
  readonly started: boolean;
  constructor(message: string, started: boolean) {
    super(message);
    this.started = started;
  }
}

const PATIENCE_MS = 120_000;

/**
 * Asks the scanner about a file: the program of `command` is run with its words as they stand (no shell), is given the bytes on its
 * standard input, and answers by its exit status as clamdscan does: 0 clean, 1 refused. Anything else is no answer.
 *
 * @throws ScannerAway
 */
export function scanBytes(command: string, content: Uint8Array, patienceMs = PATIENCE_MS): Promise<ScanVerdict> {
  const [program = "", ...words] = command.trim().split(/\s+/);
  return new Promise((resolve, reject) => {
    // It is told nothing of the installation's secrets.
    const scanner = spawn(program, words, { stdio: ["pipe", "ignore", "ignore"], shell: false, timeout: patienceMs, killSignal: "SIGKILL", env: { PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "C.UTF-8", NODE_ENV: "production" } });
    scanner.once("error", (fault) => reject(new ScannerAway(fault.message, false)));
    scanner.once("close", (status, signal) => {
      if (status === 0) resolve("clean");
      else if (status === 1) resolve("refused");
      else reject(new ScannerAway(signal === null ? `it ended with ${String(status)}` : `it was stopped by ${signal}`, true));
    });
    // One that has made up its mind may close its end before all is read.
    scanner.stdin.on("error", () => undefined);
    scanner.stdin.end(content);
  });
}
