/**
 * Faults: voters cast while web program, issuer, ballot box and counter are killed, PostgreSQL is stopped at once, connections are cut and requests
 * repeated. Afterwards every receipt given must be in the log, nobody may be marked twice, and whoever was marked must have been able
 * to cast. Two self-tests spoil the box on purpose: a harness that does not see that sees nothing.
 */
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { defined } from "#domain/basics/assert.ts";
import { buildIfStale } from "#start/build.ts";
import { note, type BenchOptions } from "./bench.ts";
import { openArena, type Arena, type Killed } from "./faults/arena.ts";
import { closeAndJudge, type Verdict } from "./faults/judge.ts";
import { castNearClose } from "./faults/near-close.ts";
import { makeVoters, type Voter } from "./faults/voter.ts";

const ROOT = path.dirname(import.meta.dirname);

/** Shots so far. */
interface Done {
  readonly killed: Record<Killed, number>;
  kills: number;
  stops: number;
}

interface Size {
  readonly ballots: number;
  readonly kills: number;
  readonly stops: number;
  readonly atOnce: number;
}

const FULL: Size = { ballots: Number(process.env["FAULTS_BALLOTS"] ?? 20_000), kills: Number(process.env["FAULTS_KILLS"] ?? 200), stops: Number(process.env["FAULTS_STOPS"] ?? 50), atOnce: 32 };
const QUICK: Size = { ballots: 60, kills: 4, stops: 1, atOnce: 12 };
/** Who is killed, in turn: the counter, which no voter waits for, least often. */
const KILLED: readonly Killed[] = ["box", "web", "issuer", "box", "web", "issuer", "box", "counter"];

export async function run({ quick, json }: BenchOptions): Promise<object> {
  const size = quick ? QUICK : FULL;
  const started = performance.now();
  if (!quick) await buildIfStale({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BASE_URL: "http://localhost:3000" });
  const web = existsSync(path.join(ROOT, ".next", "BUILD_ID"));
  if (!web) note("Nothing is built: without the web program, which voters then only play by hanging up.");
  const arena = await openArena(path.join(ROOT, ".cache", "bench", "faults"), { web });
  let verdict: Verdict;
  let nearClose: Awaited<ReturnType<typeof castNearClose>>;
  const done: Done = { killed: { web: 0, issuer: 0, box: 0, counter: 0 }, kills: 0, stops: 0 };
  let voters: readonly Voter[];
  try {
    voters = await makeVoters(arena, size.ballots);
    note(`${String(size.ballots)} voters, ${String(size.kills)} kills, ${String(size.stops)} database stops…`);
    await castUnderFire(arena, voters, { ...size, killed: KILLED.filter((program) => web || program !== "web") }, done);
    verdict = await closeAndJudge(arena, voters);
    note(`judged after ${String(Math.round((performance.now() - started) / 1000))} s; casting near the close…`);
    nearClose = await castNearClose(arena, quick ? 8 : 200);
  } finally {
    await arena.close();
  }
  const selfTests = { without_synchronous_commit: await withoutSynchronousCommit(quick), look_then_insert: await lookThenInsert(quick) };
  const answer = {
    bench: "faults",
    ballots: verdict.ballots,
    receipts: verdict.receipts,
    kills: done.kills,
    killed: done.killed,
    database_stops: done.stops,
    repeats: voters.reduce((sum, { repeats }) => sum + repeats, 0),
    cut_connections: voters.reduce((sum, { cuts }) => sum + cuts, 0),
    receipts_lost: verdict.receiptsLost,
    double_marks: verdict.doubleMarks,
    half_writes: verdict.halfWrites,
    near_close: nearClose,
    self_tests: selfTests,
    seconds: Math.round((performance.now() - started) / 1000),
    passed:
      verdict.receiptsLost + verdict.doubleMarks + verdict.halfWrites + nearClose.changed_answers + nearClose.lost === 0 &&
      selfTests.without_synchronous_commit.receipts_lost > 0 &&
      selfTests.look_then_insert.double_marks > 0,
  };
  if (!json) for (const [name, value] of Object.entries(answer)) console.log(`${name.padEnd(18)} ${JSON.stringify(value)}`);
  return answer;
}

/** Voters a few at a time, and beside them whoever kills: spread evenly over the ballots. */
async function castUnderFire(arena: Arena, voters: readonly Voter[], size: Size & { readonly killed: readonly Killed[] }, done: Done): Promise<void> {
  const waiting = voters.values();
  let cast = 0;
  let over = false;
  const casting = Promise.all(
    Array.from({ length: size.atOnce }, async () => {
      for (const voter of waiting) {
        await voter.vote();
        cast += 1;
        if (cast % 1_000 === 0) note(`${String(cast)} voters; ${String(done.kills)} kills, ${String(done.stops)} stops`);
      }
    }),
  ).finally(() => (over = true));
  const firing = (async () => {
    const shots = size.kills + size.stops;
    for (let shot = 0; shot < shots; ) {
      const due = Math.floor(((cast + 1) / (voters.length + 1)) * (shots + 1)) > shot || over;
      if (!due) {
        await arena.pause(20);
        continue;
      }
      // Stops of the database between the kills, evenly.
      if (Math.floor(((shot + 1) * size.stops) / shots) > done.stops) {
        await arena.stopDatabase();
        done.stops += 1;
      } else {
        const program = defined(size.killed[done.kills % size.killed.length], "program");
        await arena.kill(program);
        done.killed[program] += 1;
        done.kills += 1;
      }
      shot += 1;
      await arena.pause(30);
    }
  })();
  await Promise.all([casting, firing]);
}

/** Self-test: a database that answers before its log is on disk loses receipts when it is stopped. */
async function withoutSynchronousCommit(quick: boolean): Promise<{ readonly receipts_lost: number }> {
  note("Self-test: synchronous_commit off…");
  const dir = path.join(ROOT, ".cache", "bench", "faults-unsafe");
  rmSync(dir, { recursive: true, force: true });
  const arena = await openArena(dir, { settings: { synchronous_commit: "off", wal_writer_delay: "10s", wal_writer_flush_after: "100MB" } });
  try {
    const voters = await makeVoters(arena, quick ? 30 : 200, { plain: true });
    await Promise.all(voters.map((voter) => voter.vote()));
    note("…stopping the database…");
    await arena.stopDatabase();
    const { receiptsLost } = await closeAndJudge(arena, voters);
    return { receipts_lost: receiptsLost };
  } finally {
    await arena.close();
  }
}

/** Self-test: a roll that looks for a mark and then makes one, with nothing to stop two at once, marks somebody twice. */
async function lookThenInsert(quick: boolean): Promise<{ readonly double_marks: number }> {
  note("Self-test: look, then insert…");
  const arena = await openArena(path.join(ROOT, ".cache", "bench", "faults"));
  try {
    await arena.spoilRoll();
    const voters = await makeVoters(arena, quick ? 20 : 100, { twoWays: true });
    await Promise.all(voters.map((voter) => voter.vote()));
    const { doubleMarks } = await closeAndJudge(arena, voters);
    return { double_marks: doubleMarks };
  } finally {
    await arena.close();
  }
}
