/**
 * Memory of web program, issuer and box while a hundred thousand voters get and cast a ballot through them: it must not grow with their number.
 */
import path from "node:path";
import { buildIfStale } from "#start/build.ts";
import { note, type BenchOptions } from "./bench.ts";
import { openArena, type Killed } from "./faults/arena.ts";
import { askForBallots, fillBallots, posted } from "./fill-ballots.ts";
import { sendLoad } from "./send-load.ts";

const ROOT = path.dirname(import.meta.dirname);
const CONNECTIONS = 32;
const PROGRAMS: readonly Killed[] = ["web", "issuer", "box"];
/** Of ten parts, those before everything has been used once. */
const WARM_UP = 2;

export async function run({ quick, json }: BenchOptions): Promise<object> {
  const ballots = quick ? 2_000 : Number(process.env["MEMORY_BALLOTS"] ?? 100_000);
  await buildIfStale({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BASE_URL: "http://localhost:3000" });
  const arena = await openArena(path.join(ROOT, ".cache", "bench", "cast"), { web: true });
  try {
    const port = Number(new URL(arena.own.web).port);
    const send = async (requests: readonly string[]): Promise<void> => {
      await sendLoad({ port, connections: CONNECTIONS, status: "200", requests, most: requests.length, seconds: 600 });
    };
    const held: Record<string, number[]> = { web: [], issuer: [], box: [] };
    for (let part = 1; part <= 10; part += 1) {
      await send((await askForBallots(arena, ballots / 10)).map(({ body, cookie }) => posted(port, "/issue", body, { cookie })));
      await send((await fillBallots(arena, ballots / 10)).map((body) => posted(port, "/box/cast", body)));
      for (const program of PROGRAMS) held[program]?.push(Math.round((arena.memory(program) ?? 0) / 1e6));
      note(`${String((part * ballots) / 10)} ballots: ${PROGRAMS.map((program) => `${program} ${String(held[program]?.at(-1))} MB`).join(", ")}`);
    }
    const answer = { bench: "memory", ballots, megabytes: held, growth: Object.fromEntries(Object.entries(held).map(([program, sizes]) => [program, growthOf(sizes)])) };
    if (!json) for (const [name, value] of Object.entries(answer)) console.log(`${name.padEnd(12)} ${JSON.stringify(value)}`);
    return answer;
  } finally {
    await arena.close();
  }
}

/** The last third beside the first after warming up: 1 is flat. */
function growthOf(sizes: readonly number[]): number {
  const mean = (some: readonly number[]): number => some.reduce((sum, size) => sum + size, 0) / some.length;
  return Number((mean(sizes.slice(-3)) / mean(sizes.slice(WARM_UP, WARM_UP + 3))).toFixed(2));
}
