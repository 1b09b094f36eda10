/**
 * Casting: the ballot box as it runs, beside a bare node:http server that does the same cryptography and the same statement on the same
 * database, in turns; and issuing, beside what OpenSSL alone signs here. Every ballot is a new voter's first.
 */
import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { defined } from "#domain/basics/assert.ts";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { getSigningKey } from "#features/voting/credentials/signing-keys.ts";
import { buildIfStale } from "#start/build.ts";
import { signOnAll } from "./bare-sign.ts";
import { note, type BenchOptions } from "./bench.ts";
import { openArena, type Arena } from "./faults/arena.ts";
import { givePasses } from "./faults/voter.ts";
import { askForBallots, fillBallots, posted } from "./fill-ballots.ts";
import { openVoteOfSixty } from "./ground.ts";
import { sendLoad, type LoadMeasure } from "./send-load.ts";
import { startServer } from "./servers.ts";

const ROOT = path.dirname(import.meta.dirname);
const CONNECTIONS = 32;
const TARGET = 0.6;
const FORM_TARGET = 0.2;
const FOR_A_FORM = ["web", "issuer", "box", "database"] as const;
/** Votes a second of the best peer measured. */
const PEER = 67;

export async function run({ quick, json }: BenchOptions): Promise<object> {
  const [rounds, each] = quick ? [3, 400] : [9, 2_000];
  if (!quick) await buildIfStale({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BASE_URL: "http://localhost:3000" });
  const web = existsSync(path.join(ROOT, ".next", "BUILD_ID"));
  const arena = await openArena(path.join(ROOT, ".cache", "bench", "cast"), { web });
  try {
    const { privateKey } = await getSigningKey(arena.pollId, "1");
    const [row] = await arena.sql<{ hash: Buffer; leaf: Buffer }[]>`select hash, leaf from poll_manifests where poll_id = ${arena.pollId}`;
    const { hash, leaf } = defined(row, "manifest");
    const styleKey = (JSON.parse(leaf.toString()) as { styles: { key: string }[] }).styles[0]?.key ?? "";
    const logKey = generateKeyPairSync("ed25519", { privateKeyEncoding: { type: "pkcs8", format: "der" }, publicKeyEncoding: { type: "spki", format: "der" } }).privateKey;
    const settings = { pollId: arena.pollId, manifest: hash.toString("hex"), styleKey: Buffer.from(styleKey, "base64url").toString("base64"), logKey: logKey.toString("base64") };
    const bare = await startServer("the bare server", [path.join(import.meta.dirname, "bare-cast.ts")], { cwd: ROOT, env: { ...process.env, DATABASE_URL: arena.boxDatabaseUrl, BARE_CAST: JSON.stringify(settings) } });
    try {
      note("Filling ballots…");
      const ballots = await fillBallots(arena, 2 * (rounds + 1) * each);
      const measure = async (port: number): Promise<Measured> => {
        const requests = ballots.splice(0, each).map((body) => posted(port, "/box/cast", body));
        return measured(() => sendLoad({ port, connections: CONNECTIONS, status: "200", requests, most: each, seconds: 60 }), { program: () => (port === bare.port ? bare.cpuMs() : arena.cpuMs("box")), database: () => arena.cpuMs("database") });
      };
      const boxPort = Number(new URL(arena.own.box).port);
      note("Casting…");
      await measure(bare.port);
      await measure(boxPort);
      const pairs: { readonly limit: Measured; readonly ours: Measured }[] = [];
      for (let round = 0; round < rounds; round += 1) pairs.push({ limit: await measure(bare.port), ours: await measure(boxPort) });
      const over = (read: (pair: (typeof pairs)[number]) => number): number => middle(pairs.map(read));
      const cast = {
        ours: Math.round(over(({ ours }) => ours.perSecond)),
        limit: Math.round(over(({ limit }) => limit.perSecond)),
        ratio: rounded(over(({ ours, limit }) => ours.perSecond / limit.perSecond)),
        processor_ms: { ours: rounded(over(({ ours }) => together(ours.processorMs))), limit: rounded(over(({ limit }) => together(limit.processorMs))) },
      };
      note("Issuing…");
      const issuing = await measureIssuing(arena, privateKey, rounds, quick ? 200 : 1_000);
      note(web ? "Posting forms…" : "Nothing is built: no forms.");
      const form = web ? await measureForms(arena, quick ? 100 : 1_200, { cast: cast.limit, sign: issuing.limit }) : null;
      const reached = cast.ratio >= TARGET && issuing.ratio >= TARGET && (form === null || form.ratio >= FORM_TARGET) && cast.ours >= 10 * PEER;
      const answer = { bench: "cast", connections: CONNECTIONS, ours: cast.ours, limit: cast.limit, ratio: cast.ratio, processor_ms: cast.processor_ms, target: TARGET, times_best_peer: rounded(cast.ours / PEER), issuing, form, reached };
      if (!json) for (const [name, value] of Object.entries(answer)) console.log(`${name.padEnd(16)} ${JSON.stringify(value)}`);
      return answer;
    } finally {
      await bare.stop();
    }
  } finally {
    await arena.close();
  }
}

/** Ballots given out a second by the issuer as it runs, in turns with what all processors sign with OpenSSL and nothing else. */
async function measureIssuing(arena: Arena, privateKey: KeyObject, rounds: number, each: number) {
  const port = Number(new URL(arena.own.issuer).port);
  const requests = (await askForBallots(arena, (rounds + 1) * each)).map(({ body, cookie }) => posted(port, "/issue", body, { cookie }));
  const send = (): Promise<Measured> =>
    measured(() => sendLoad({ port, connections: CONNECTIONS, status: "200", requests: requests.splice(0, each), most: each, seconds: 60 }), { issuer: () => arena.cpuMs("issuer"), database: () => arena.cpuMs("database") });
  await send();
  const pairs: { readonly ours: Measured; readonly limit: number }[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ limit: await signOnAll({ privateKey, many: Math.ceil(each / availableParallelism()) }), ours: await send() });
  const over = (read: (pair: (typeof pairs)[number]) => number): number => middle(pairs.map(read));
  const limit = over((pair) => pair.limit);
  return {
    ours: Math.round(over(({ ours }) => ours.perSecond)),
    limit: Math.round(limit),
    ratio: rounded(over((pair) => pair.ours.perSecond / pair.limit)),
    processor_ms: { ours: rounded(over(({ ours }) => together(ours.processorMs))), limit: rounded((1_000 * availableParallelism()) / limit) },
  };
}

/** What one request took, by the clock and of the processor. */
interface Measured {
  readonly perSecond: number;
  /** Milliseconds of the processor, by who used them. */
  readonly processorMs: Readonly<Record<string, number>>;
  readonly p95Ms: number;
}

/** Runs a load and asks before and after for the processor time of those who answer it. */
async function measured(send: () => Promise<LoadMeasure>, spenders: Readonly<Record<string, () => number | null>>): Promise<Measured> {
  const spent = (): Record<string, number> => Object.fromEntries(Object.entries(spenders).map(([name, ms]) => [name, ms() ?? Number.NaN]));
  const before = spent();
  const load = await send();
  const processorMs = Object.fromEntries(Object.entries(spent()).map(([name, ms]) => [name, rounded((ms - (before[name] ?? 0)) / load.requests)]));
  return { perSecond: load.requests / load.seconds, processorMs, p95Ms: load.p95 };
}

const together = (processorMs: Measured["processorMs"]): number => Object.values(processorMs).reduce((sum, ms) => sum + ms, 0);

/**
 * Votes a second by the form that needs no script, each a new voter's: page, box, issuer and box again. Beside it what the bare server casts, and
 * what is left of that where each ballot is signed as well, which the form has done in the same request.
 */
async function measureForms(arena: Arena, many: number, limits: { readonly cast: number; readonly sign: number }) {
  const { address, council, pollId } = await openVoteOfSixty();
  const port = Number(new URL(arena.address.box).port);
  const send = async (voters: number): Promise<Measured> => {
    const passes = await givePasses(arena, pollId, voters, council);
    const requests = passes.map(([token]) =>
      posted(port, address, "choice=1&choice=4&intent=cast", { cookie: `pass-${pollId}=${token}; ballot-${pollId}=${makeBallotKey(randomBytes(32))}`, type: "application/x-www-form-urlencoded" }),
    );
    return measured(() => sendLoad({ port, connections: CONNECTIONS, status: "303", requests, most: voters, seconds: 60 }), Object.fromEntries(FOR_A_FORM.map((program) => [program, () => arena.cpuMs(program)])));
  };
  await send(many);
  const { perSecond: ours, processorMs, p95Ms } = await send(many);
  const limit = 1 / (1 / limits.cast + 1 / limits.sign);
  return { ours: Math.round(ours), limit: Math.round(limit), ratio: rounded(ours / limit), ratio_to_cast: rounded(ours / limits.cast), processor_ms: processorMs, target: FORM_TARGET, p95_ms: Math.round(p95Ms) };
}

const rounded = (value: number): number => Number(value.toFixed(2));
const middle = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
