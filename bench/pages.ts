/**
 * Our pages, as `npm start` serves them, beside what a bare Next.js page costs under `next start`: the same machine, one run, in turns.
 * Pages that are the same for everybody stand beside a bare cached page of the same length; the ballot of sixty projects
 * beside a bare dynamic page with the ballot's query and words.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildIfStale } from "#start/build.ts";
import { runToEnd } from "#start/programs.ts";
import { WEB_PROGRAM } from "#start/settings.ts";
import { note, type BenchOptions } from "./bench.ts";
import { openGround } from "./ground.ts";
import { getRequest, sendLoad, type LoadMeasure } from "./send-load.ts";
import { databaseCpuMs, startServer, type BenchServer } from "./servers.ts";

const ROOT = path.dirname(import.meta.dirname);
const BARE = path.join(import.meta.dirname, "bare-next");
const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");
const CONNECTIONS = 16;

/** One page, as measured over all rounds. */
interface Line {
  readonly requestsPerSecond: number;
  /** Milliseconds of the web server's processor a request. */
  readonly cpuMs: number | null;
  /** Milliseconds of the database's processor a request. */
  readonly databaseCpuMs: number | null;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Bytes of one answer on the wire, head included. */
  readonly bytes: number;
}

interface Compared {
  readonly page: string;
  readonly ours: Line;
  readonly limit: Line;
  /** Requests a second of ours for each one of the limit's: the middle one of the rounds. */
  readonly ratio: number;
  /** The limit's processor time a request, web and database, for each one of ours; less shaken by what else runs. */
  readonly cpuRatio: number | null;
  readonly target: { readonly ratio: number; readonly p95Ms?: number };
  readonly reached: boolean;
}

interface Contest {
  readonly page: string;
  readonly ours: readonly string[];
  readonly limit: readonly string[];
  readonly target: Compared["target"];
}

interface Round {
  readonly load: LoadMeasure;
  readonly cpuMs: number | null;
  readonly databaseCpuMs: number | null;
}

export async function run({ quick, json }: BenchOptions): Promise<object> {
  const ground = await openGround();
  const servers: BenchServer[] = [];
  try {
    await buildIfStale({ ...ground.env, BASE_URL: "http://localhost:3000" });
    await buildBareIfStale(ground.env);
    const start = async (name: string, args: readonly string[], cwd: string): Promise<BenchServer> => {
      const server = await startServer(name, args, { cwd, env: ground.env });
      servers.push(server);
      return server;
    };
    const ours = await start("Folkmoot", WEB_PROGRAM, ROOT);
    const bare = await start("the bare Next.js app", [NEXT, "start"], BARE);
    const home = `/en/${ground.council}`;
    const cached = {
      hub: home,
      information: `${home}/votes/${ground.open.vote}`,
      results: `${home}/votes/${ground.declared.vote}/results/${ground.declared.pot}`,
    };
    const contests: Contest[] = [];
    for (const [page, address] of Object.entries(cached)) {
      const length = await lengthOf(ours.port, address);
      contests.push({ page, ours: [getRequest(ours.port, address)], limit: [getRequest(bare.port, `/cached/${String(length)}`)], target: { ratio: 0.6 } });
    }
    const cookies = (await ground.issuePasses(32)).map((token) => ({ Cookie: `pass-${ground.open.pollId}=${token}` }));
    contests.push({
      page: "ballot, 60 projects",
      ours: cookies.map((cookie) => getRequest(ours.port, `${home}/votes/${ground.open.vote}/${ground.open.pot}/ballot`, cookie)),
      limit: cookies.map((cookie) => getRequest(bare.port, `/ballot/${ground.open.pollId}`, cookie)),
      target: { ratio: 0.6, p95Ms: 150 },
    });

    const [rounds, seconds] = quick ? [3, 0.7] : [7, 3];
    const measure = async (server: BenchServer, requests: readonly string[], forSeconds: number): Promise<Round> => {
      const before = [server.cpuMs(), databaseCpuMs(ground.databaseDir)] as const;
      const load = await sendLoad({ port: server.port, connections: CONNECTIONS, seconds: forSeconds, most: 200_000, status: "200", requests });
      const used = (from: number | null, to: number | null): number | null => (from === null || to === null ? null : (to - from) / load.requests);
      return { load, cpuMs: used(before[0], server.cpuMs()), databaseCpuMs: used(before[1], databaseCpuMs(ground.databaseDir)) };
    };
    const results: Compared[] = [];
    for (const contest of contests) {
      note(`Measuring: ${contest.page}…`);
      // Until the code is compiled the first second says nothing.
      await measure(bare, contest.limit, quick ? 0.4 : 2);
      await measure(ours, contest.ours, quick ? 0.4 : 2);
      const pairs: { readonly ours: Round; readonly limit: Round }[] = [];
      for (let round = 0; round < rounds; round++) {
        const limit = await measure(bare, contest.limit, seconds);
        pairs.push({ limit, ours: await measure(ours, contest.ours, seconds) });
      }
      results.push(compare(contest, pairs));
    }
    if (!json) show(results);
    return { bench: "pages", connections: CONNECTIONS, reached: results.every(({ reached }) => reached), ratio: Math.min(...results.map(({ ratio }) => ratio)), pages: results };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await ground.close();
  }
}

function compare({ page, target }: Contest, pairs: readonly { readonly ours: Round; readonly limit: Round }[]): Compared {
  const ours = lineOf(pairs.map((pair) => pair.ours));
  const limit = lineOf(pairs.map((pair) => pair.limit));
  const ratio = middle(pairs.map((pair) => perSecond(pair.ours) / perSecond(pair.limit)));
  const reached = ratio >= target.ratio && (target.p95Ms === undefined || ours.p95Ms < target.p95Ms);
  const cpu = (line: Line): number => (line.cpuMs ?? 0) + (line.databaseCpuMs ?? 0);
  const cpuRatio = ours.cpuMs === null || limit.cpuMs === null ? null : rounded(cpu(limit) / cpu(ours), 2);
  return { page, ours, limit, ratio: rounded(ratio, 2), cpuRatio, target, reached };
}

function lineOf(rounds: readonly Round[]): Line {
  const of = (read: (round: Round) => number, places: number): number => rounded(middle(rounds.map(read)), places);
  const cpu = (read: (round: Round) => number | null): number | null => (rounds.some((round) => read(round) === null) ? null : of((round) => read(round) ?? 0, 3));
  return {
    requestsPerSecond: of(perSecond, 0),
    cpuMs: cpu((round) => round.cpuMs),
    databaseCpuMs: cpu((round) => round.databaseCpuMs),
    p50Ms: of(({ load }) => load.p50, 1),
    p95Ms: of(({ load }) => load.p95, 1),
    bytes: of(({ load }) => load.bytesEach, 0),
  };
}

function show(results: readonly Compared[]): void {
  const cells = results.flatMap(({ page, ours, limit, ratio, cpuRatio, target, reached }) => {
    const line = (name: string, { requestsPerSecond, cpuMs, databaseCpuMs: dbMs, p50Ms, p95Ms, bytes }: Line) => [name, requestsPerSecond, cpuMs ?? "?", dbMs ?? "?", p50Ms, p95Ms, bytes];
    return [
      [...line(page, ours), ratio, cpuRatio ?? "?", `>= ${String(target.ratio)}${target.p95Ms === undefined ? "" : `, p95 < ${String(target.p95Ms)} ms`}: ${reached ? "reached" : "MISSED"}`],
      [...line("  bare Next.js", limit), "", "", ""],
    ];
  });
  const table = [["page", "req/s", "CPU ms", "db CPU ms", "p50 ms", "p95 ms", "bytes", "ratio", "CPU ratio", "target"], ...cells].map((row) => row.map(String));
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) console.log(row.map((cell, column) => (column === 0 || column === row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
}

/** Bytes of a page before compression. */
async function lengthOf(port: number, address: string): Promise<number> {
  const answer = await fetch(`http://localhost:${String(port)}${address}`, { headers: { "Accept-Encoding": "identity" } });
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`);
  return (await answer.arrayBuffer()).byteLength;
}

async function buildBareIfStale(env: NodeJS.ProcessEnv): Promise<void> {
  const stamp = path.join(BARE, ".next", "folkmoot-sources");
  const hash = createHash("sha256").update(readFileSync(path.join(ROOT, "node_modules/next/package.json")));
  for (const file of globSync(["app/**/*.{ts,tsx}", "next.config.js"], { cwd: BARE }).sort()) hash.update(file).update(readFileSync(path.join(BARE, file)));
  const sources = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  note("Building the bare Next.js app (only when it has changed)…");
  await runToEnd("bare", [NEXT, "build", BARE], env);
  writeFileSync(stamp, sources);
}

const perSecond = ({ load }: Round): number => load.requests / load.seconds;

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
