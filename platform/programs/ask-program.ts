import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "#platform/env.ts";
import type { Answerer } from "./json-program.ts";
import { ourHeaders } from "./shared-secret.ts";

/** The programs that others ask, by the name of their address in the environment. */
const ADDRESSES = { issuer: "ISSUER_URL", box: "BOX_URL", counter: "COUNTER_URL" } as const;
export type AskedProgram = keyof typeof ADDRESSES;

/** What a program answered; `body` as JSON. */
export interface ProgramAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The program did not answer for some seconds: nobody knows what became of the request. The same again finds out. */
export class ProgramAway extends Error {
  readonly code: string = "program-away";
}

/** A program that was ended is started again within this. */
const PATIENCE_MS = 6_000;
const ANSWER_MS = 15_000;

// Next loads a module more than once in one process.
const HOLDER = Symbol.for("folkmoot.programs");
const holder = globalThis as { [HOLDER]?: { readonly agent: Agent; readonly here: Map<AskedProgram, Answerer> } };
const held = (holder[HOLDER] ??= { agent: new Agent({ keepAlive: true, maxSockets: 64 }), here: new Map() });

/** Answers for a program in this very process: for seeds and tests, which hold every role. */
export function answerHere(program: AskedProgram, answer: Answerer): void {
  held.here.set(program, answer);
}

/**
 * Asks another program of this installation, with what is safe to ask twice: while it is away, or says that its database is, it
 * is asked again. Throws ProgramAway when that lasts.
 */
export async function askProgram(program: AskedProgram, path: string, body: object): Promise<ProgramAnswer> {
  const here = held.here.get(program);
  if (here) {
    const { status, body: answered } = await here({ method: "POST", path, query: new URLSearchParams(), body: JSON.parse(JSON.stringify(body)) as unknown, headers: {}, ours: true });
    return { status, body: answered };
  }
  const address = env()[ADDRESSES[program]];
  if (address === undefined) throw new Error(`${ADDRESSES[program]} is not set. npm start and npm run dev set it for the programs they start.`);
  const until = performance.now() + PATIENCE_MS;
  for (let pause = 25; ; pause = Math.min(pause * 2, 500)) {
    const answer = await askOnce(new URL(path, address), JSON.stringify(body)).catch(() => null);
    if (answer !== null && answer.status !== 503) return answer;
    if (performance.now() + pause > until) throw new ProgramAway(`${program} does not answer`);
    await sleep(pause);
  }
}

function askOnce(address: URL, text: string): Promise<ProgramAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      { agent: held.agent, method: "POST", timeout: ANSWER_MS, headers: { ...ourHeaders(), "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) } },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", reject);
        response.on("close", () => {
          if (!response.complete) reject(new Error("The answer was cut off"));
        });
        response.on("end", () => {
          try {
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(pieces).toString("utf8")) as unknown });
          } catch (fault) {
            reject(fault instanceof Error ? fault : new Error("unreadable"));
          }
        });
      },
    );
    asked.on("timeout", () => asked.destroy(new Error("no answer")));
    asked.on("error", reject);
    asked.end(text);
  });
}
