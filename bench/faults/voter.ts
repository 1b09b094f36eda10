import { randomBytes, randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { defined } from "#domain/basics/assert.ts";
import { makeBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { readRsaKey } from "#domain/voting/ballot-box/blind-signature.ts";
import type { RsaPublicKey } from "#domain/voting/ballot-box/primitives.ts";
import { castText, fillBallot, isPromised, type BallotPlace } from "#domain/voting/ballot-box/cast-ballot.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { readManifest } from "#domain/voting/ballot-box/manifest.ts";
import { finishToken, requestToken } from "#domain/voting/ballot-box/token.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import type { Arena } from "./arena.ts";

/** Somebody who votes, whatever happens, and keeps every receipt. */
export interface Voter {
  /** Leaf hashes that the box promised to them, hex. */
  readonly receipts: readonly string[];
  /** Whether they were given a ballot by some way. */
  readonly given: boolean;
  readonly repeats: number;
  readonly cuts: number;
  vote(): Promise<void>;
}

export interface VoterOptions {
  /** Nothing but one ballot each. */
  readonly plain?: boolean;
  /** Everybody comes by two ways at the same moment. */
  readonly twoWays?: boolean;
}

export interface Ground {
  readonly place: BallotPlace;
  readonly issuer: RsaPublicKey;
  readonly logKey: Uint8Array;
}

export async function groundOf(arena: Arena, pollId: string): Promise<Ground> {
  const [row] = await arena.sql<{ leaf: Buffer; hash: Buffer }[]>`select leaf, hash from poll_manifests where poll_id = ${pollId}`;
  const manifest = defined(row && readManifest(row.leaf.toString()), "manifest");
  return {
    place: { poll: pollId, manifestHash: defined(row, "manifest").hash, countKey: Buffer.from(manifest.countKey.key, "base64url"), paddedBytes: manifest.paddedBytes },
    issuer: defined(await readRsaKey(Buffer.from(manifest.styles[0]?.key ?? "", "base64url")), "issuer's key"),
    logKey: Buffer.from(manifest.logKey, "base64url"),
  };
}

/** Passes for so many voters, two ways each, as if they had been found eligible. */
export async function givePasses(arena: Arena, pollId: string, many: number, council: string = arena.council.council.id): Promise<readonly (readonly [string, string])[]> {
  const voters = Array.from({ length: many }, () => ({ hash: randomBytes(32), tokens: [randomBytes(24).toString("base64url"), randomBytes(24).toString("base64url")] as const }));
  const expiresAt = new Date(Date.now() + 24 * 3_600_000);
  for (let from = 0; from < voters.length; from += 1_000)
    await arena.sql`insert into voter_passes ${arena.sql(
      voters.slice(from, from + 1_000).flatMap(({ hash, tokens }) =>
        tokens.map((token) => ({ token_hash: passHash(token, pollId), poll_id: pollId, council_id: council, voter_hash: hash, way: "email", expires_at: expiresAt })),
      ),
    )}`;
  // Whatever the server was told of commits, what stands so far is on its disk.
  await arena.sql.begin(async (tx) => {
    await tx`set local synchronous_commit = on`;
    await tx`comment on table voter_passes is 'passes given'`;
  });
  return voters.map(({ tokens }) => tokens);
}

export async function makeVoters(arena: Arena, many: number, options: VoterOptions = {}): Promise<readonly Voter[]> {
  const [ground, passes] = [await groundOf(arena, arena.pollId), await givePasses(arena, arena.pollId, many)];
  return passes.map((tokens) => new StubbornVoter(arena, ground, tokens, options));
}

const chance = (percent: number): boolean => randomInt(100) < percent;

class StubbornVoter implements Voter {
  readonly receipts: string[] = [];
  given = false;
  repeats = 0;
  cuts = 0;
  readonly #arena: Arena;
  readonly #ground: Ground;
  readonly #tokens: readonly [string, string];
  readonly #options: VoterOptions;

  constructor(arena: Arena, ground: Ground, tokens: readonly [string, string], options: VoterOptions) {
    this.#arena = arena;
    this.#ground = ground;
    this.#tokens = tokens;
    this.#options = options;
  }

  async vote(): Promise<void> {
    const { plain = false, twoWays = false } = this.#options;
    const [first, second] = this.#tokens;
    // Another browser, another key, the same person.
    const ways = twoWays || (!plain && chance(10)) ? [first, second] : [first];
    await Promise.all(ways.map((token) => this.#voteBy(token)));
  }

  async #voteBy(token: string): Promise<void> {
    const { issuer, place } = this.#ground;
    const votingKey = makeBallotKey(randomBytes(32));
    const request = await requestToken(votingKey, place.manifestHash, "1", issuer, webCurves);
    const body = JSON.stringify({ poll: place.poll, style: "1", blinded: Buffer.from(request.blinded).toString("base64url") });
    const issued = await this.#insist(this.#arena.address.issuer, "/issue", body, { cookie: `pass-${place.poll}=${token}` });
    if (issued["error"] === "already-issued") return;
    const signed = finishToken(request, Buffer.from(String(issued["signature"]), "base64url"));
    if (!signed) throw new Error(`No signature: ${JSON.stringify(issued)}`);
    this.given = true;
    const versions = !this.#options.plain && chance(10) ? 2 : 1;
    for (let version = 1; version <= versions; version += 1) await this.#cast(votingKey, signed, version);
  }

  async #cast(votingKey: BallotKey, token: Parameters<typeof fillBallot>[0]["token"], version: number): Promise<void> {
    const { place, logKey } = this.#ground;
    const filled = await fillBallot({ place, style: "1", ballotClass: "online", votingKey, token, version, vote: { choices: [1 + randomInt(4)] } }, webCurves);
    const answer = await this.#insist(this.#arena.address.box, "/box/cast", castText(filled), {});
    const good = await isPromised({ leaf: String(answer["leaf"]), promise: String(answer["promise"]) }, place, filled.leafHash, logKey, webCurves);
    if (!good) throw new Error(`No good promise: ${JSON.stringify(answer)}`);
    this.receipts.push(String(answer["leaf"]));
  }

  /** Sends the same bytes until there is an answer that is one; sometimes hangs up on the way, sometimes sends once more. */
  async #insist(address: string, way: string, body: string, headers: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    const plain = this.#options.plain === true;
    for (;;) {
      const cut = !plain && chance(4);
      if (cut) this.cuts += 1;
      const answer = await post(address + way, body, headers, cut ? randomInt(12) : 20_000).catch(() => null);
      if (answer !== null && answer.status !== 503) {
        if (plain || !chance(7)) return answer.body;
        this.repeats += 1;
        continue;
      }
      await sleep(10 + randomInt(60));
    }
  }
}

/** Posts JSON and hangs up after so many milliseconds. */
export async function post(address: string, body: string, headers: Readonly<Record<string, string>>, patienceMs: number): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const response = await fetch(address, { method: "POST", body, headers: { "content-type": "application/json", ...headers }, signal: AbortSignal.timeout(patienceMs) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
