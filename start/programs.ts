import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { ROOT } from "./settings.ts";

const STEADY_AFTER_MS = 60_000;
const LONGEST_WAIT_MS = 30_000;
const PATIENCE_AT_END_MS = 10_000;
const WITH_PARENT = ["--import", pathToFileURL(path.join(import.meta.dirname, "end-with-parent.mjs")).href];

/** A program that is started again, after a growing pause, whenever it ends by itself. */
export interface KeptProgram {
  /** Asks it to end, insists after ten seconds, and resolves when it has ended. */
  stop(): Promise<void>;
}

/** Runs a Node program and keeps it running. Its lines are printed with its name before them. */
export function keepRunning(name: string, args: readonly string[], env: NodeJS.ProcessEnv): KeptProgram {
  let stopping = false;
  let failures = 0;
  let child: ChildProcess | null = null;
  let pause: NodeJS.Timeout | undefined;

  const launch = (): void => {
    const startedAt = Date.now();
    child = spawnNode(name, args, env);
    child.once("close", (code, signal) => {
      child = null;
      if (stopping) return;
      failures = Date.now() - startedAt > STEADY_AFTER_MS ? 1 : failures + 1;
      const waitMs = Math.min(500 * 2 ** failures, LONGEST_WAIT_MS);
      say(name, `ended (${signal ?? `code ${String(code)}`}); starting it again in ${String(waitMs / 1000)} s`);
      pause = setTimeout(launch, waitMs);
    });
  };
  launch();

  return {
    stop: async () => {
      stopping = true;
      clearTimeout(pause);
      if (child) await ended(child, "SIGTERM");
    },
  };
}

const underWay = new Set<ChildProcess>();

/** Runs a Node program to its end. Throws StepFailure when it fails. */
export async function runToEnd(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawnNode(name, args, env);
  underWay.add(child);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  underWay.delete(child);
  if (code !== 0) throw new StepFailure(`${name} failed (node ${args.join(" ")}). What it said stands above.`);
}

export class StepFailure extends Error {}

/** Ends what `runToEnd` still runs. */
export async function stopSteps(): Promise<void> {
  await Promise.all([...underWay].map((child) => ended(child, "SIGTERM")));
}

/** Sends the signal, insists after ten seconds, and resolves when the program has ended. */
async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill(signal);
  const insist = setTimeout(() => child.kill("SIGKILL"), PATIENCE_AT_END_MS);
  await closed;
  clearTimeout(insist);
}

export function say(name: string, line: string): void {
  console.log(`${name.padEnd(7)}| ${line}`);
}

function spawnNode(name: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, [...WITH_PARENT, ...args], {
    cwd: ROOT,
    env: { ...env, FOLKMOOT_PARENT: String(process.pid) },
    // Ctrl-C in the terminal reaches only this program, which then ends the others in order.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr] as Readable[]) {
    createInterface({ input: stream }).on("line", (line) => {
      say(name, line);
    });
  }
  return child;
}
