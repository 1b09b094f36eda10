/**
 * Casting: the ballot box as it runs, beside a bare node:http server that does the same cryptography and the same statement on the same
 * database, in turns; and issuing, beside what OpenSSL alone signs here. Every ballot is a new voter's first.
 */
import { constants, generateKeyPairSync, privateDecrypt, randomBytes, sign, type KeyObject } from "node:crypto";
import { availableParallelism } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { defined } from "#domain/basics/assert.ts";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { castText, fillBallot } from "#domain/voting/ballot-box/cast-ballot.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { derive } from "#domain/voting/ballot-box/derivation.ts";
import { preparedTokenMessage } from "#domain/voting/ballot-box/token.ts";
import { getSigningKey } from "#features/voting/credentials/signing-keys.ts";
import { note, type BenchOptions } from "./bench.ts";
import { openArena, type Arena } from "./faults/arena.ts";
import { givePasses, groundOf } from "./faults/voter.ts";
import { sendLoad } from "./send-load.ts";
import { startServer } from "./servers.ts";

const ROOT = path.dirname(import.meta.dirname);
const CONNECTIONS = 32;
const TARGET = 0.6;
/** Votes a second of the best peer measured. */
const PEER = 67;

export async function run({ quick, json }: BenchOptions): Promise<object> {
  const [rounds, each] = quick ? [3, 400] : [9, 2_000];
  const arena = await openArena(path.join(ROOT, ".cache", "bench", "cast"));
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
      const ballots = await fillBallots(arena, privateKey, 2 * (rounds + 1) * each);
      const measure = async (port: number): Promise<number> => {
        const requests = ballots.splice(0, each).map((body) => posted(port, "/box/cast", body));
        const load = await sendLoad({ port, connections: CONNECTIONS, status: "200", requests, most: each, seconds: 60 });
        return load.requests / load.seconds;
      };
      const boxPort = Number(new URL(arena.address.box).port);
      note("Casting…");
      await measure(bare.port);
      await measure(boxPort);
      const pairs: { readonly limit: number; readonly ours: number }[] = [];
      for (let round = 0; round < rounds; round += 1) pairs.push({ limit: await measure(bare.port), ours: await measure(boxPort) });
      const cast = { ours: Math.round(middle(pairs.map(({ ours }) => ours))), limit: Math.round(middle(pairs.map(({ limit }) => limit))), ratio: rounded(middle(pairs.map(({ ours, limit }) => ours / limit))) };
      note("Issuing…");
      const issuing = await measureIssuing(arena, privateKey, quick ? 200 : 1_500);
      const reached = cast.ratio >= TARGET && issuing.ratio >= TARGET && cast.ours >= 10 * PEER;
      const answer = { bench: "cast", connections: CONNECTIONS, ours: cast.ours, limit: cast.limit, ratio: cast.ratio, target: TARGET, times_best_peer: rounded(cast.ours / PEER), issuing, reached };
      if (!json) for (const [name, value] of Object.entries(answer)) console.log(`${name.padEnd(16)} ${JSON.stringify(value)}`);
      return answer;
    } finally {
      await bare.stop();
    }
  } finally {
    await arena.close();
  }
}

/** Ballots as browsers send them, signed without the blinding, which is the voters' work and not ours. */
async function fillBallots(arena: Arena, privateKey: KeyObject, many: number): Promise<string[]> {
  const { place } = await groundOf(arena, arena.pollId);
  const signAway = promisify(sign);
  const fill = async (): Promise<string> => {
    const votingKey = makeBallotKey(randomBytes(32));
    const [seed, prefix] = await Promise.all([derive(votingKey, place.manifestHash, "ed25519-seed", 32), derive(votingKey, place.manifestHash, "prefix", 32)]);
    const message = preparedTokenMessage(prefix, place.manifestHash, "1", await webCurves.ed25519Key(seed));
    const signature = new Uint8Array(await signAway("sha384", message, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }));
    return castText(await fillBallot({ place, style: "1", ballotClass: "online", votingKey, token: { prefix, signature }, version: 1, vote: { choices: [1] } }, webCurves));
  };
  const filled: string[] = [];
  while (filled.length < many) filled.push(...(await Promise.all(Array.from({ length: Math.min(64, many - filled.length) }, fill))));
  return filled;
}

/** Ballots given out a second by the issuer as it runs, and what as many processors sign with OpenSSL and nothing else. */
async function measureIssuing(arena: Arena, privateKey: KeyObject, many: number) {
  const port = Number(new URL(arena.address.issuer).port);
  const passes = await givePasses(arena, arena.pollId, many);
  const blinded = (): Buffer => Buffer.concat([Buffer.of(0), randomBytes(383)]);
  const requests = passes.map(([token]) => posted(port, "/issue", JSON.stringify({ poll: arena.pollId, style: "1", blinded: blinded().toString("base64url") }), `pass-${arena.pollId}=${token}`));
  const load = await sendLoad({ port, connections: CONNECTIONS, status: "200", requests, most: many, seconds: 60 });
  const started = performance.now();
  for (let at = 0; at < 200; at += 1) privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded());
  // By the clock, as ours: whoever else uses the machine slows both. The issuer signs on every processor.
  const limit = (200 / ((performance.now() - started) / 1000)) * availableParallelism();
  const ours = load.requests / load.seconds;
  return { ours: Math.round(ours), limit: Math.round(limit), ratio: rounded(ours / limit) };
}

function posted(port: number, way: string, body: string, cookie = ""): string {
  const head = { Host: `127.0.0.1:${String(port)}`, Connection: "keep-alive", "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)), ...(cookie === "" ? {} : { Cookie: cookie }) };
  return `POST ${way} HTTP/1.1\r\n${Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

const rounded = (value: number): number => Number(value.toFixed(2));
const middle = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
