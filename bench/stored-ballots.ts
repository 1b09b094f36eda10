/** A million ballots in a database of their own, counted by equal shares as the product does: read as a stream, counted in a thread. */
import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { connect, disconnect } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { runEngine } from "#features/voting/results/run-engine.ts";
import { readBallots } from "#features/voting/results/read-ballots.ts";
import { ensureServer } from "#platform/embedded-postgres/server.ts";
import { note } from "./bench.ts";
import { syntheticMarks } from "./synthetic-vote.ts";

const PROJECTS = 200;
const RULE = "mes_cost_add1";

/** What one count from the database took: milliseconds on the clock and of processor, in the program that counts; memory at its most. */
export interface StoredCount {
  readonly ballots: number;
  readonly kinds: number;
  readonly readMs: number;
  readonly countMs: number;
  readonly processorMs: number;
  readonly memoryMb: number;
}

/** Fills a new database with so many ballots for each number, counts each in a program of its own, and removes the database. */
export async function countStoredBallots(numbers: readonly number[]): Promise<readonly StoredCount[]> {
  const server = await ensureServer({ dir: path.join(import.meta.dirname, "..", ".cache", "bench", "postgres") });
  const name = `count_${randomBytes(4).toString("hex")}`;
  const url = await server.ensureDatabase(name);
  try {
    await migrate(url);
    const counts: StoredCount[] = [];
    for (const ballots of numbers) {
      note(`${ballots} ballots into a database`);
      counts.push(await countApart(url, await fill(url, ballots), ballots));
    }
    return counts;
  } finally {
    await server.dropDatabase(name);
    if (server.started) await server.stop();
  }
}

/** Writes the ballots of a synthetic vote as if they had been cast; gives their poll. */
async function fill(url: string, ballots: number): Promise<string> {
  const pollId = randomUUID();
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  // Only what was opened is counted; for this the leaves need not be checked.
  await sql`
    insert into log.leaves (poll_id, index, kind, hash, bytes, voter_key, version)
    select ${pollId}, n, 'ballot', sha256(n::text::bytea), '', sha256(n::text::bytea), 1 from generate_series(1, ${ballots}) n`;
  const box = await sql`copy log.openings (poll_id, index, salt, ballot) from stdin`.writable();
  let lines: string[] = [];
  let index = 0;
  for (const marks of syntheticMarks(ballots, PROJECTS).marks) {
    const choices = marks.map((project) => project + 1).sort((a, b) => a - b);
    index += 1;
    lines.push(`${pollId}\t${index}\t\\\\x${randomBytes(32).toString("hex")}\t\\\\x${Buffer.from(`{"choices":[${choices.join(",")}]}`).toString("hex")}\n`);
    if (lines.length < 5_000) continue;
    if (!box.write(lines.join(""))) await once(box, "drain");
    lines = [];
  }
  box.end(lines.join(""));
  await once(box, "finish");
  await sql`analyze log.openings`;
  await sql.end();
  return pollId;
}

async function countApart(url: string, pollId: string, ballots: number): Promise<StoredCount> {
  const child = spawn(process.execPath, [import.meta.filename, url, pollId, String(ballots)], { stdio: ["ignore", "pipe", "inherit"] });
  let answer = "";
  child.stdout.on("data", (piece: Buffer) => (answer += piece.toString()));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error("The count of stored ballots failed");
  return JSON.parse(answer) as StoredCount;
}

async function count(url: string, pollId: string, ballots: number): Promise<StoredCount> {
  const { projects, budget } = syntheticMarks(ballots, PROJECTS);
  connect(url, { max: 2 });
  const before = process.cpuUsage();
  const started = performance.now();
  const table = await readBallots({ id: pollId, ballotKind: "approval", maxChoices: 10 }, projects.map((_, at) => at + 1), async () => {});
  const read = performance.now();
  const lotOrder = projects.map(({ id }) => id);
  await runEngine({ projects, table, budgetPence: budget, tasks: [{ rule: RULE, params: {}, lotOrder, beside: true }] }, { signal: new AbortController().signal, onStep: () => {} });
  const ended = performance.now();
  const { user, system } = process.cpuUsage(before);
  await disconnect();
  return { ballots, kinds: table.rows, readMs: read - started, countMs: ended - read, processorMs: (user + system) / 1000, memoryMb: Math.round(process.resourceUsage().maxRSS / 1000) };
}

const [, program = "", url, pollId, ballots] = process.argv;
if (import.meta.url === pathToFileURL(program).href && url !== undefined && pollId !== undefined) process.stdout.write(JSON.stringify(await count(url, pollId, Number(ballots))));
