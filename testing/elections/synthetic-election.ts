/**
 * A whole election with its bundle, in memory: voters on line and assisted, some who change their vote, papers, telephone slips,
 * amendments, reissues, lots, votes that do not count. Everything but the keys follows from the seed.
 */
import { constants, hash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { seededNumbers } from "#domain/basics/seeded-order.ts";
import { makeBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { base64url, hex, joined, utf8, type Bytes } from "#domain/voting/ballot-box/bytes.ts";
import { ballotSignedBytes, bodyOf, fillBallot, promiseBytes, type BallotPlace } from "#domain/voting/ballot-box/cast-ballot.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { derive } from "#domain/voting/ballot-box/derivation.ts";
import { leafHash, leafText, type BallotBody, type BallotClass, type BallotLeaf, type Leaf, type PaperBatchLeaf } from "#domain/voting/ballot-box/leaves.ts";
import { makeManifest, manifestText, type Manifest } from "#domain/voting/ballot-box/manifest.ts";
import { openingOf, type Opening } from "#domain/voting/ballot-box/opening.ts";
import { receiptText } from "#domain/voting/ballot-box/receipt-file.ts";
import { countVotes, resultsText, type Counted } from "#domain/voting/ballot-box/results-file.ts";
import { openSealed } from "#domain/voting/ballot-box/seal.ts";
import { tokenMessage } from "#domain/voting/ballot-box/token.ts";
import { orderedVote, type Vote } from "#domain/voting/ballot-box/vote.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { publishesBallots } from "#domain/voting/results/published-ballots.ts";

export interface ElectionPlan {
  readonly seed: string;
  readonly voters: number;
  readonly kind: BallotKind;
  readonly rule: string;
  readonly options: number;
  readonly maxChoices: number | null;
  readonly minChoices?: number;
  readonly places?: number;
  /** Of a hundred voters: assisted, changing their vote once or more, sending what is no vote, sealing what does not open. */
  readonly assisted: number;
  readonly changing: number;
  readonly invalid: number;
  readonly sealedWrongly: number;
  readonly papers: number;
  readonly telephone: number;
  readonly amendments: number;
  readonly reissues: number;
  readonly batchSize: number;
}

export const USUAL_PLAN: ElectionPlan = {
  seed: "usual",
  voters: 60,
  kind: "knapsack",
  rule: "equal-shares",
  options: 6,
  maxChoices: 5,
  assisted: 10,
  changing: 20,
  invalid: 4,
  sealedWrongly: 0,
  papers: 12,
  telephone: 3,
  amendments: 2,
  reissues: 1,
  batchSize: 10,
};

/** Chance that follows from a seed. */
export class Chance {
  readonly #next: () => number;

  constructor(seed: string) {
    this.#next = seededNumbers(seed);
  }

  below(limit: number): number {
    return this.#next() % limit;
  }

  /** Whether something happens that happens so many times in a hundred. */
  percent(of: number): boolean {
    return this.below(100) < of;
  }

  bytes(length: number): Bytes {
    return Uint8Array.from({ length }, () => this.#next() & 255);
  }

  shuffled<T>(items: readonly T[]): T[] {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  }

  uuid(): string {
    const text = hex(this.bytes(16));
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20)}`;
  }
}

let issuerKeys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | null = null;

/** The issuer's key pair; making one takes longer than a small election, so all in one process share it. */
export const issuerOfTests = (): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } => (issuerKeys ??= generateKeyPairSync("rsa", { modulusLength: 3072 }));

const ED25519_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const signWith = (seed: Uint8Array, message: Uint8Array): Bytes =>
  joined(sign(null, message, createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: "der", type: "pkcs8" })));
export const sha256 = (bytes: Uint8Array): Bytes => joined(hash("sha256", bytes, "buffer"));

/** A ballot in the box, with what its voter knows. */
interface CastBallot {
  readonly leaf: BallotLeaf;
  readonly sealed: Uint8Array;
  readonly votingKey: BallotKey;
}

/** A log with the keys that sign it, before it is written down as a bundle. */
export interface SyntheticElection {
  readonly plan: ElectionPlan;
  readonly manifest: Manifest;
  readonly manifestHash: Bytes;
  readonly logSeed: Bytes;
  readonly logKey: Bytes;
  readonly leaves: readonly Leaf[];
  /** Sizes of the log at its checkpoints. */
  readonly sizes: readonly number[];
  readonly openings: readonly Opening[] | null;
  /** Votes that count, on papers too. */
  readonly votes: readonly Vote[];
  readonly results: string;
  sign(message: Uint8Array): Bytes;
  /** A ballot that has every right to be in this log, by a voter who was not there. */
  makeBallot(given: { voter: string; version?: number; vote?: Vote; ballotClass?: BallotClass }): Promise<BallotLeaf>;
  /** Whose ballot a leaf is: the name its voting key is made of. */
  voterOf(leaf: BallotLeaf): string;
  /** The receipt file of the ballot at this place in the log. */
  receipt(at: number): string;
}

export async function makeElection(plan: ElectionPlan): Promise<SyntheticElection> {
  const chance = new Chance(plan.seed);
  const countSecret = chance.bytes(32);
  const logSeed = chance.bytes(32);
  const [countKey, logKey] = await Promise.all([webCurves.x25519Key(countSecret), webCurves.ed25519Key(logSeed)]);
  const manifest = manifestOf(plan, chance, countKey, logKey);
  const manifestHash = sha256(utf8(manifestText(manifest)));
  const poll = manifest.poll;
  const booth = new Booth(manifest, manifestHash, countKey);

  const cast: CastBallot[] = [];
  let [online, assisted] = [0, 0];
  for (let voter = 0; voter < plan.voters; voter += 1) {
    const ballotClass: BallotClass = chance.percent(plan.assisted) ? "assisted" : "online";
    if (ballotClass === "online") online += 1;
    else assisted += 1;
    const versions = chance.percent(plan.changing) ? 2 + chance.below(3) : 1;
    for (let version = 1; version <= versions; version += 1) {
      const vote = chance.percent(plan.invalid) ? invalidVote(manifest) : randomVote(manifest, chance);
      cast.push(await booth.fill(`${plan.seed}/${voter}`, ballotClass, version, vote, chance.percent(plan.sealedWrongly)));
    }
  }

  const leaves: Leaf[] = [manifest];
  const sizes = [1];
  const waiting = chance.shuffled(cast);
  const amendmentsAt = Array.from({ length: plan.amendments }, () => chance.below(waiting.length + 1)).sort((a, b) => a - b);
  const sealed: CastBallot[] = [];
  let [amendments, reissues] = [0, 0];
  while (sealed.length < waiting.length) {
    const left = waiting.length - sealed.length;
    const batch = left < 2 * plan.batchSize ? left : plan.batchSize + chance.below(plan.batchSize);
    const ballots = waiting.slice(sealed.length, sealed.length + batch);
    sealed.push(...ballots);
    leaves.push(...ballots.map(({ leaf }) => leaf));
    sizes.push(leaves.length);
    while (amendments < plan.amendments && (amendmentsAt[amendments] ?? 0) <= sealed.length && sealed.length < waiting.length)
      leaves.push({ type: "amendment", poll, number: (amendments += 1), words: { en: "The library is open until nine.", cy: "Mae'r llyfrgell ar agor tan naw." }, closesAt: null });
    if (reissues < plan.reissues && sealed.length < waiting.length) leaves.push({ type: "reissue", poll, number: (reissues += 1) });
  }
  leaves.push({ type: "close", poll, ballots: cast.length, keys: plan.voters });
  sizes.push(leaves.length);
  leaves.push({ type: "counts", poll, issued: { online: online + chance.below(3), assisted, paper: plan.papers, telephone: plan.telephone } });
  const papers = paperLeaves(manifest, plan, chance);
  leaves.push(...papers);

  const finals = new Map<string, { readonly at: number; readonly ballot: CastBallot }>();
  const places = new Map(leaves.map((leaf, at) => [leaf, at]));
  for (const ballot of cast) if ((finals.get(ballot.leaf.key)?.ballot.leaf.version ?? 0) < ballot.leaf.version) finals.set(ballot.leaf.key, { at: places.get(ballot.leaf) ?? -1, ballot });
  const openings: Opening[] = [];
  const counted = { online: 0, assisted: 0, paper: 0, telephone: 0, refused: 0 } satisfies Counted;
  const votes: Vote[] = [];
  for (const { at, ballot } of finals.values()) {
    const { leaf, sealed: box } = ballot;
    const key = joined(Buffer.from(leaf.key, "base64url"));
    const opened = await openSealed(box, { countSecret, countKey, paddedBytes: manifest.paddedBytes }, { manifestHash, key, version: leaf.version, commitment: Buffer.from(leaf.commitment, "hex") }, webCurves);
    const opening = openingOf(manifest, at, opened);
    openings.push(opening);
    counted["ballot" in opening ? leaf.class : "refused"] += 1;
    if ("ballot" in opening) votes.push(opening.ballot);
  }
  for (const paper of papers) {
    if (paper.type !== "paper-ballot") continue;
    counted[paper.batch.startsWith("T") ? "telephone" : "paper"] += 1;
    votes.push({ choices: paper.choices, ...(paper.points ? { points: paper.points } : {}) });
  }

  const lots: number[] = [];
  let count = countVotes(manifest, votes, lots);
  while (count.kind === "lots-required") {
    const drawn = chance.shuffled(count.tied.map(Number)).filter((number) => !lots.includes(number));
    lots.push(...drawn);
    leaves.push({ type: "seed", poll, lots: drawn });
    count = countVotes(manifest, votes, lots);
  }
  if (count.kind === "unknown-rule") throw new Error(`No rule ${plan.rule}`);
  const results = resultsText(manifest, manifestHash, counted, count);
  leaves.push({ type: "result", poll, results: hex(sha256(utf8(results))) });
  sizes.push(leaves.length);
  const published = publishesBallots(finals.size + counted.paper + counted.telephone);
  return {
    plan,
    manifest,
    manifestHash,
    logSeed,
    logKey,
    leaves,
    sizes,
    openings: published ? chance.shuffled(openings) : null,
    votes,
    results,
    sign: (message) => signWith(logSeed, message),
    async makeBallot({ voter, version = 1, vote = randomVote(manifest, chance), ballotClass = "online" }) {
      return (await booth.fill(voter, ballotClass, version, vote, false)).leaf;
    },
    voterOf: ({ key }) => booth.voterOf(key),
    receipt(at) {
      const hash = leafHash(sha256, utf8(leafText(leaves[at] as Leaf)));
      return receiptText({ poll, manifest: hex(manifestHash), leaf: hex(hash), promise: base64url(signWith(logSeed, promiseBytes(poll, hash))) });
    },
  };
}

/** Where voters of a synthetic election fill in their ballots. The issuer signs in the open: nobody is to be hidden from. */
class Booth {
  readonly #manifest: Manifest;
  readonly #place: BallotPlace;
  readonly #tokens = new Map<string, Bytes>();
  readonly #voters = new Map<string, string>();

  constructor(manifest: Manifest, manifestHash: Bytes, countKey: Bytes) {
    this.#manifest = manifest;
    this.#place = { poll: manifest.poll, manifestHash, countKey, paddedBytes: manifest.paddedBytes };
  }

  async fill(voter: string, ballotClass: BallotClass, version: number, vote: Vote, sealedWrongly: boolean): Promise<CastBallot> {
    const votingKey = makeBallotKey(sha256(utf8(voter)));
    const token = await this.#token(votingKey);
    const filled = await fillBallot({ place: this.#place, style: "1", ballotClass, votingKey, token, version, vote }, webCurves);
    this.#voters.set(filled.leaf.key, voter);
    return sealedWrongly ? { ...filled, votingKey, sealed: filled.sealed.with(40, (filled.sealed[40] ?? 0) ^ 1) } : { ...filled, votingKey };
  }

  voterOf(key: string): string {
    return this.#voters.get(key) ?? "";
  }

  async #token(votingKey: BallotKey): Promise<{ prefix: Bytes; signature: Bytes }> {
    const { manifestHash } = this.#place;
    const [seed, prefix] = await Promise.all([derive(votingKey, manifestHash, "ed25519-seed", 32), derive(votingKey, manifestHash, "prefix", 32)]);
    const known = this.#tokens.get(votingKey);
    if (known) return { prefix, signature: known };
    const key = await webCurves.ed25519Key(seed);
    const style = this.#manifest.styles[0]?.name ?? "";
    const message = joined(prefix, tokenMessage(manifestHash, style, key));
    const signature = joined(sign("sha384", message, { key: issuerOfTests().privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }));
    this.#tokens.set(votingKey, signature);
    return { prefix, signature };
  }
}

function manifestOf(plan: ElectionPlan, chance: Chance, countKey: Bytes, logKey: Bytes): Manifest {
  const pollId = chance.uuid();
  const isOffice = plan.places !== undefined;
  const options = Array.from({ length: plan.options }, (_, at) => ({
    number: at + 1,
    subjectId: chance.uuid(),
    title: { en: `Option ${at + 1}; "quoted"`, cy: `Dewis ${at + 1}` },
    costPence: isOffice ? null : 100 * (1 + chance.below(50)),
    reference: `P${at + 1}`,
  }));
  const cost = options.reduce((sum, { costPence }) => sum + (costPence ?? 0), 0);
  return makeManifest(
    {
      question: { en: "What should the money be spent on?", cy: "Ar beth y dylid gwario'r arian?" },
      ballotKind: plan.kind,
      minChoices: plan.minChoices ?? 0,
      maxChoices: plan.maxChoices,
      pointsTotal: plan.kind === "cumulative" ? 10 : null,
      pointsMost: plan.kind === "cumulative" ? 6 : plan.kind === "score" ? 5 : null,
      budgetPence: isOffice ? null : Math.max(Math.floor(cost / 200) * 100, 100),
      rule: plan.rule,
      ruleParameters: isOffice ? { places: plan.places } : {},
      electorate: { rules: [[{ kind: "live", areaIds: [] }], [{ kind: "age", min: 11, max: null, told: "years" }]], identityLevel: 2 },
      opensAt: new Date("2026-10-01T08:00:00Z"),
      closesAt: new Date("2026-10-15T20:00:00Z"),
      seed: "0000",
      options,
    },
    {
      pollId,
      host: "vote.example.org",
      council: { en: "Brackenshire Council", cy: "Cyngor Brackenshire" },
      eligibility: { en: "Everyone over ten who lives here", cy: "Pawb dros ddeg oed sy'n byw yma" },
      styles: [{ name: "1", spki: issuerOfTests().publicKey.export({ type: "spki", format: "der" }) }],
      countKey: { key: countKey, held: "key-store" },
      logKey,
      batchSize: plan.batchSize,
      software: "test",
    },
    base64url,
  );
}

/** A vote that keeps the rules. */
function randomVote(manifest: Manifest, chance: Chance): Vote {
  const { kind, options, budgetPence, maxChoices, minChoices } = manifest;
  const most = Math.min(kind === "single-choice" ? 1 : kind === "first-and-second" ? 2 : (maxChoices ?? options.length), options.length);
  let chosen = chance.shuffled(options).slice(0, Math.max(minChoices, chance.below(most + 1)));
  if (kind === "knapsack") {
    let left = budgetPence ?? 0;
    chosen = chosen.filter(({ costPence }) => (costPence ?? 0) <= left && ((left -= costPence ?? 0), true));
  }
  if (kind === "cumulative") chosen = chosen.slice(0, 5);
  const choices = chosen.map(({ number }) => number);
  const points = kind === "cumulative" ? choices.map(() => 1 + chance.below(2)) : kind === "score" ? choices.map(() => chance.below(6)) : undefined;
  return orderedVote(kind, { choices, ...(points ? { points } : {}) });
}

/** A vote that breaks them: an option that is not on the ballot. */
const invalidVote = ({ kind }: Manifest): Vote => ({ choices: [99], ...(kind === "cumulative" || kind === "score" ? { points: [1] } : {}) });

function paperLeaves(manifest: Manifest, plan: ElectionPlan, chance: Chance): Leaf[] {
  const leaves: Leaf[] = [];
  const { poll } = manifest;
  for (const [channel, total, letter] of [["paper", plan.papers, "P"], ["telephone", plan.telephone, "T"]] as const) {
    for (let rest = total, batchNumber = 1; rest > 0; batchNumber += 1) {
      const accepted = Math.min(rest, 1 + chance.below(8));
      const batch = `${letter}${batchNumber}`;
      const [unused, spoilt] = [chance.below(5), chance.below(3)];
      const issued = accepted + spoilt;
      const leaf: PaperBatchLeaf = { type: "paper-batch", poll, batch, channel, style: "1", printed: issued + unused, issued, unused, damaged: 0, returned: accepted, spoilt, notReturned: 0, accepted, blank: 0, rejected: 0, imbalance: null };
      leaves.push(leaf, ...Array.from({ length: accepted }, (): Leaf => ({ type: "paper-ballot", poll, batch, ...randomVote(manifest, chance) })));
      rest -= accepted;
    }
  }
  return leaves;
}

/** A ballot changed, and signed again with its voter's own key. */
export async function resigned(election: SyntheticElection, leaf: BallotLeaf, change: Partial<BallotBody>): Promise<BallotLeaf> {
  const voter = election.voterOf(leaf);
  const body = { ...bodyOf(leaf), ...change };
  const seed = await derive(makeBallotKey(sha256(utf8(voter))), election.manifestHash, "ed25519-seed", 32);
  return { ...body, signature: base64url(signWith(seed, ballotSignedBytes(body))) };
}
