/**
 * Casting without script: our form post under `next start` beside a bare node:http server that runs the same statement on the
 * same database, in turns. Every request is a new voter's first ballot.
 */
import path from "node:path";
import { rawClient } from "#db/client.ts";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { randomKey } from "#platform/random.ts";
import { buildIfStale } from "#start/build.ts";
import { note, type BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { sendLoad, type LoadMeasure } from "./send-load.ts";
import { databaseCpuMs, startServer, type BenchServer } from "./servers.ts";

const ROOT = path.dirname(import.meta.dirname);
const CONNECTIONS = 16;
const TARGET = 0.2;
/** Until the code is compiled times say nothing. A few voters send the same ballot again and again, which takes the same way. */
const WARM_UP = { voters: 50, most: 1_500, seconds: 3 };

interface Line {
  readonly castsPerSecond: number;
  /** Milliseconds of the web server's processor for one cast. */
  readonly cpuMs: number | null;
  /** Milliseconds of the database's processor for one cast. */
  readonly databaseCpuMs: number | null;
  readonly p50Ms: number;
  readonly p95Ms: number;
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
    const [poll] = await rawClient()<{ council: string }[]>`select council_id as council from polls where id = ${ground.open.pollId}`;
    const bareEnv = { ...ground.env, BARE_CAST: JSON.stringify({ pollId: ground.open.pollId, councilId: poll?.council }) };
    const ours = await startServer("Folkmoot", [path.join(ROOT, "node_modules/next/dist/bin/next"), "start"], { cwd: ROOT, env: ground.env });
    servers.push(ours);
    const bare = await startServer("the bare server", [path.join(import.meta.dirname, "bare-cast.ts")], { cwd: ROOT, env: bareEnv });
    servers.push(bare);

    // A round ends with its ballots, or on a slow machine with its seconds. More forms than these the sender is not given at once.
    const [rounds, ballots, seconds] = quick ? [3, 200, 2.5] : [9, 250, 20];
    note("Issuing passes…");
    const tokens = await issueTogether(ground, 2 * (WARM_UP.voters + rounds * ballots));
    const measure = async (server: BenchServer, voters: number, until: { readonly most: number; readonly seconds: number }): Promise<Round> => {
      const requests = tokens.splice(0, voters).map((token, at) => castRequest(server.port, ground, token, at));
      const before = [server.cpuMs(), databaseCpuMs(ground.databaseDir)] as const;
      const load = await sendLoad({ port: server.port, connections: CONNECTIONS, status: "303", requests, ...until });
      const used = (from: number | null, to: number | null): number | null => (from === null || to === null ? null : (to - from) / load.requests);
      return { load, cpuMs: used(before[0], server.cpuMs()), databaseCpuMs: used(before[1], databaseCpuMs(ground.databaseDir)) };
    };

    note("Casting…");
    for (const server of [bare, ours]) await measure(server, WARM_UP.voters, WARM_UP);
    const pairs: { readonly ours: Round; readonly limit: Round }[] = [];
    for (let round = 0; round < rounds; round++) {
      const limit = await measure(bare, ballots, { most: ballots, seconds });
      pairs.push({ limit, ours: await measure(ours, ballots, { most: ballots, seconds }) });
    }
    const lines = { ours: lineOf(pairs.map((pair) => pair.ours)), limit: lineOf(pairs.map((pair) => pair.limit)) };
    const castRatio = rounded(middle(pairs.map((pair) => perSecond(pair.ours) / perSecond(pair.limit))), 2);
    const ratio = cpuRatioOf(lines.ours, lines.limit) ?? castRatio;
    const answer = { bench: "cast", connections: CONNECTIONS, ...lines, ratio, castRatio, target: TARGET, reached: ratio >= TARGET };
    if (!json) show(answer);
    return answer;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await ground.close();
  }
}

/** Several at once, as the database is mostly waiting for its disk. */
async function issueTogether(ground: Ground, many: number): Promise<string[]> {
  const shares = 8;
  return (await Promise.all(Array.from({ length: shares }, () => ground.issuePasses(Math.ceil(many / shares))))).flat();
}

/** The form of the check page as a browser sends it: three to seven of sixty projects that fit in the pot. */
function castRequest(port: number, { council, open }: Ground, token: string, voter: number): string {
  const choices = Array.from({ length: 3 + (voter % 5) }, (_, at) => `choice=${String(1 + ((voter * 7 + at * 11) % 60))}`);
  const body = [...choices, "intent=cast"].join("&");
  const lines = {
    Host: `localhost:${String(port)}`,
    Connection: "keep-alive",
    "Sec-Fetch-Site": "same-origin",
    Cookie: `pass-${open.pollId}=${token}; ballot-${open.pollId}=${makeBallotKey(randomKey(32))}`,
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(body.length),
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /en/${council}/votes/${open.vote}/${open.pot}/ballot HTTP/1.1\r\n${head.join("")}\r\n${body}`;
}

function lineOf(rounds: readonly Round[]): Line {
  const of = (read: (round: Round) => number, places: number): number => rounded(middle(rounds.map(read)), places);
  const cpu = (read: (round: Round) => number | null): number | null => (rounds.some((round) => read(round) === null) ? null : of((round) => read(round) ?? 0, 3));
  return {
    castsPerSecond: of(perSecond, 0),
    cpuMs: cpu((round) => round.cpuMs),
    databaseCpuMs: cpu((round) => round.databaseCpuMs),
    p50Ms: of(({ load }) => load.p50, 1),
    p95Ms: of(({ load }) => load.p95, 1),
  };
}

/**
 * The processor time of the limit for each millisecond of ours, database included: how many casts one machine carries for
 * each one of the bare server's. Less shaken by what else runs than casts a second; null where the system does not tell.
 */
function cpuRatioOf(ours: Line, limit: Line): number | null {
  if (ours.cpuMs === null || limit.cpuMs === null) return null;
  return rounded((limit.cpuMs + (limit.databaseCpuMs ?? 0)) / (ours.cpuMs + (ours.databaseCpuMs ?? 0)), 2);
}

interface Answer {
  readonly ours: Line;
  readonly limit: Line;
  /** Of processor time where the system tells it, else of casts a second. */
  readonly ratio: number;
  readonly castRatio: number;
  readonly reached: boolean;
}

function show({ ours, limit, ratio, castRatio, reached }: Answer): void {
  const row = (name: string, line: Line): string[] => [name, ...[line.castsPerSecond, line.cpuMs ?? "?", line.databaseCpuMs ?? "?", line.p50Ms, line.p95Ms].map(String)];
  for (const cells of [["cast", "casts/s", "CPU ms", "db CPU ms", "p50 ms", "p95 ms"], row("Folkmoot, form post", ours), row("bare node:http", limit)])
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(10))).join(""));
  console.log(`ratio ${String(ratio)} of processor time (${String(castRatio)} of casts a second); target ${String(TARGET)}: ${reached ? "reached" : "MISSED"}`);
}

const perSecond = ({ load }: Round): number => load.requests / load.seconds;

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
