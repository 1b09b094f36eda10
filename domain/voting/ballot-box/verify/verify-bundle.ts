/**
 * Verifies everything published of a poll: that the log is whole and only grew, that every ballot had the right to be there and was
 * opened to what it committed to, and that the count of them is the result. All faults are found, not the first one.
 */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { publishesBallots } from "../../results/published-ballots.ts";
import { readRsaKey } from "../blind-signature.ts";
import { isElection, type BundleFile, type Election } from "../bundle.ts";
import { fromBase64url, fromHex, hex, utf8, type Bytes } from "../bytes.ts";
import { promiseBytes } from "../cast-ballot.ts";
import { verifierKey, type VerifyEd25519 } from "../checkpoint.ts";
import { isUsableKey } from "../curves.ts";
import type { Digest } from "../leaves.ts";
import { readManifest, type Manifest } from "../manifest.ts";
import { faultOfOpening, readOpening } from "../opening.ts";
import { checkProof } from "../proof.ts";
import type { Receipt } from "../receipt-file.ts";
import { countVotes, resultsText, votesFileOf, type Counted } from "../results-file.ts";
import type { Vote } from "../vote.ts";
import { GrowingLog, readCheckpoints } from "./check-checkpoints.ts";
import type { CheckedLeaf, LeafContext } from "./check-leaf.ts";
import { FaultBook, type FoundFault } from "./faults.ts";
import { LogBook } from "./log-book.ts";
import { compareVotes } from "./votes-file.ts";

/** The bundle is not there, cut off or no text: nothing can be said of it. */
export class UnreadableBundle extends Error {}

/** Where the files of a bundle come from. Throws UnreadableBundle for what cannot be read. */
export interface BundleSource {
  /** The whole of a file, or null where there is none. */
  text(name: BundleFile): Promise<string | null>;
  /** The lines of a file, some at a time. */
  lines(name: BundleFile): AsyncIterable<readonly string[]>;
}

/** Checks leaves by themselves, in as many threads as there are; answers come in order. */
export type LeafChecker = (manifest: Manifest, context: LeafContext, lines: AsyncIterable<readonly string[]>) => AsyncIterable<readonly CheckedLeaf[]>;

export interface Verification {
  readonly source: BundleSource;
  readonly checkLeaves: LeafChecker;
  readonly digest: Digest;
  readonly verifyEd25519: VerifyEd25519;
  readonly receipt?: Receipt | null;
  readonly onProgress?: (step: "leaves" | "openings" | "counting", done: number, of: number) => void;
}

/** What happened to the ballot of a receipt. */
export type ReceiptFate = { readonly leaf: number; readonly fate: "counted" | "superseded" | "refused" | "not-opened" };

export interface VerifiedBundle {
  readonly faults: readonly FoundFault[];
  readonly facts: {
    readonly poll: string;
    readonly question: string;
    readonly fingerprint: string;
    readonly leaves: number;
    readonly root: string;
    readonly checkpoints: number;
    readonly ballots: number;
    readonly keys: number;
    readonly reissues: number;
    readonly amendments: number;
    readonly counted: Counted | null;
    /** Ballots that nobody but the counter can check: they did not open. */
    readonly unopened: number;
    readonly explainedBatches: number;
    /** Null where ballots were too few to be published. */
    readonly winners: readonly string[] | null;
    readonly receipt: ReceiptFate | null;
  } | null;
}

export async function verifyBundle(verification: Verification): Promise<VerifiedBundle> {
  const { source } = verification;
  const faults = new FaultBook();
  const election = readElection(await source.text("election.json"));
  const [first, lines] = await firstLine(source.lines("leaves.ndjson"));
  const manifest = manifestOf(first);
  if (manifest === null) {
    faults.add("manifest-malformed", "leaf 0");
    return { faults: faults.list(), facts: null };
  }
  const manifestHash = new Uint8Array(verification.digest(utf8(first)));
  const logKey = await checkKeys(manifest, faults);
  await checkElection(election, first, { manifest, manifestHash, logKey }, faults);
  const poll = new PollUnderTest(verification, election, { manifest, manifestHash, logKey }, faults);
  await poll.readLog(lines);
  await poll.readOpenings();
  await poll.recount();
  const receipt = await poll.followReceipt();
  return { faults: faults.list(), facts: poll.facts(receipt) };
}

interface Known {
  readonly manifest: Manifest;
  readonly manifestHash: Bytes;
  readonly logKey: Bytes;
}

function readElection(content: string | null): Election {
  if (content === null) throw new UnreadableBundle("There is no election.json");
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new UnreadableBundle("election.json is no JSON");
  }
  if (!isElection(value)) throw new UnreadableBundle("election.json is not of this format");
  return value;
}

async function firstLine(batches: AsyncIterable<readonly string[]>): Promise<[string, AsyncIterable<readonly string[]>]> {
  const iterator = batches[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true || first.value[0] === undefined) throw new UnreadableBundle("leaves.ndjson is empty");
  const { value } = first;
  async function* all(): AsyncGenerator<readonly string[]> {
    yield value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return [first.value[0], all()];
}

function manifestOf(line: string): Manifest | null {
  try {
    return readManifest(line);
  } catch {
    return null;
  }
}

async function checkKeys(manifest: Manifest, faults: FaultBook): Promise<Bytes> {
  const logKey = fromBase64url(manifest.logKey, 32) ?? new Uint8Array(32);
  if (!isUsableKey(logKey)) faults.add("log-key-unusable");
  for (const { name, key } of manifest.styles) if ((await readRsaKey(fromBase64url(key) ?? new Uint8Array(0))) === null) faults.add("style-key-unusable", `style ${name}`);
  return logKey;
}

async function checkElection(election: Election, leafZero: string, { manifest, manifestHash, logKey }: Known, faults: FaultBook): Promise<void> {
  if (canonicalJson(election.rules) !== leafZero) faults.add("rules-differ");
  if (election.manifest !== hex(manifestHash)) faults.add("fingerprint-differs");
  if (election.poll !== manifest.poll || election.origin !== manifest.origin || (election.openings === "published" && election.votes !== votesFileOf(manifest))) faults.add("election-differs");
  if (election.logKey !== (await verifierKey(manifest.origin, logKey))) faults.add("log-key-differs");
}

class PollUnderTest {
  readonly #given: Verification;
  readonly #election: Election;
  readonly #known: Known;
  readonly #faults: FaultBook;
  readonly #book: LogBook;
  readonly #votes: Vote[] = [];
  readonly #fates = new Map<number, "counted" | "refused">();
  #log: GrowingLog | null = null;
  #checkpoints = 0;
  #counted: Counted | null = null;
  #unopened = 0;
  #winners: readonly string[] | null = null;
  #receiptAt: number | null = null;

  constructor(given: Verification, election: Election, known: Known, faults: FaultBook) {
    this.#given = given;
    this.#election = election;
    this.#known = known;
    this.#faults = faults;
    this.#book = new LogBook(known.manifest, faults);
  }

  async readLog(lines: AsyncIterable<readonly string[]>): Promise<void> {
    const { manifest, manifestHash, logKey } = this.#known;
    const { source, digest, verifyEd25519, checkLeaves, onProgress, receipt } = this.#given;
    const checkpoints = await readCheckpoints((await source.text("checkpoints.txt")) ?? missing("checkpoints.txt"), { origin: manifest.origin, logKey }, verifyEd25519, this.#faults);
    this.#checkpoints = checkpoints.length;
    if (checkpoints.length !== this.#election.checkpoints) this.#faults.add("checkpoints-miscounted", `${checkpoints.length} and not ${this.#election.checkpoints}`);
    const log = new GrowingLog(digest, checkpoints, this.#faults);
    const context = { poll: manifest.poll, manifestHash, styles: manifest.styles.map(({ name }) => name) };
    for await (const checked of checkLeaves(manifest, context, lines)) {
      for (const { hash, faults, leaf } of checked) {
        const at = log.size;
        for (const name of faults) this.#faults.add(name, `leaf ${at}`);
        if (leaf !== null) this.#book.hear(leaf, at);
        if (receipt && receipt.leaf === hex(hash)) this.#receiptAt = at;
        log.add(hash, leaf?.type === "ballot");
      }
      onProgress?.("leaves", log.size, this.#election.leaves);
    }
    if (log.size !== this.#election.leaves) this.#faults.add("leaves-miscounted", `${log.size} and not ${this.#election.leaves}`);
    log.finish(manifest.batchSize);
    this.#book.finish();
    this.#log = log;
  }

  /** Opens nothing itself: the openings are held against the commitments, each last version once and no other ballot. */
  async readOpenings(): Promise<void> {
    const finals = this.#book.finals();
    const papers = this.#book.papers();
    const few = !publishesBallots(finals.size + papers.length);
    if (this.#election.openings === "withheld") {
      if (!few) this.#faults.add("openings-withheld");
      return;
    }
    const counted = { online: 0, assisted: 0, paper: 0, telephone: 0, refused: 0 };
    const opened = new Set<number>();
    let line = 0;
    for await (const batch of this.#given.source.lines("openings.ndjson")) {
      for (const content of batch) {
        line += 1;
        const place = `line ${line} of openings.ndjson`;
        const opening = readOpening(content);
        if (opening === null) {
          this.#faults.add("opening-malformed", place);
          continue;
        }
        const final = finals.get(opening.leaf);
        if (final === undefined) this.#faults.add(this.#book.isBallot(opening.leaf) ? "opening-of-superseded" : "opening-of-no-ballot", place);
        else if (opened.has(opening.leaf)) this.#faults.add("opening-twice", place);
        else {
          opened.add(opening.leaf);
          const fault = faultOfOpening(this.#given.digest, this.#known.manifest, opening, final.commitment);
          if (fault !== null) this.#faults.add(fault, place);
          const counts = "ballot" in opening && fault === null;
          if (counts) this.#votes.push(opening.ballot);
          if (!("salt" in opening)) this.#unopened += 1;
          counted[counts ? final.class : "refused"] += 1;
          this.#fates.set(opening.leaf, counts ? "counted" : "refused");
        }
      }
      this.#given.onProgress?.("openings", opened.size, finals.size);
    }
    for (const at of finals.keys()) if (!opened.has(at)) this.#faults.add("opening-missing", `leaf ${at}`);
    for (const { channel, vote } of papers) {
      this.#votes.push(vote);
      counted[channel] += 1;
    }
    this.#counted = counted;
  }

  async recount(): Promise<void> {
    const { manifest, manifestHash } = this.#known;
    const { source, digest, onProgress } = this.#given;
    const results = await source.text("results.json");
    if (results === null) this.#faults.add("results-missing");
    else if (this.#book.result !== null && this.#book.result.results !== hex(digest(utf8(results)))) this.#faults.add("result-hash-differs");
    if (this.#counted === null) return;
    onProgress?.("counting", 0, this.#votes.length);
    const count = countVotes(manifest, this.#votes, this.#book.lots);
    if (count.kind === "lots-required") this.#faults.add("lots-missing", `options ${count.tied.join(", ")}`);
    else if (count.kind === "unknown-rule") this.#faults.add("rule-unknown", manifest.rule.id);
    else {
      this.#winners = count.kind === "budget" ? count.sheet.outcome.winners : count.outcome.winners;
      if (results !== null && resultsText(manifest, manifestHash, this.#counted, count) !== results) this.#faults.add("results-differ");
    }
    const name = this.#election.votes;
    if (name === null) return;
    const content = await source.text(name);
    const said = content === null ? "votes-file-missing" : compareVotes(name, content, manifest, this.#votes);
    if (said !== "same") this.#faults.add(said, name);
  }

  async followReceipt(): Promise<ReceiptFate | null> {
    const { receipt, verifyEd25519, digest } = this.#given;
    if (!receipt) return null;
    const { manifest, manifestHash, logKey } = this.#known;
    if (receipt.poll !== manifest.poll || receipt.manifest !== hex(manifestHash)) {
      this.#faults.add("receipt-of-another-poll");
      return null;
    }
    const hash = fromHex(receipt.leaf, 32) ?? new Uint8Array(32);
    const promise = fromBase64url(receipt.promise, 64);
    if (promise === null || !(await verifyEd25519(logKey, promiseBytes(receipt.poll, hash), promise))) this.#faults.add("promise-forged");
    if (receipt.proof !== undefined && typeof (await checkProof(receipt.proof, hash, { origin: manifest.origin, logKey }, verifyEd25519, digest)) === "string") this.#faults.add("proof-wrong");
    const at = this.#receiptAt;
    if (at === null) {
      this.#faults.add("receipt-not-in-log");
      return null;
    }
    return { leaf: at, fate: this.#fates.get(at) ?? (this.#book.finals().has(at) ? "not-opened" : "superseded") };
  }

  facts(receipt: ReceiptFate | null): NonNullable<VerifiedBundle["facts"]> {
    const { manifest, manifestHash } = this.#known;
    return {
      poll: manifest.poll,
      question: manifest.question.en || manifest.question.cy,
      fingerprint: hex(manifestHash),
      leaves: this.#log?.size ?? 0,
      root: this.#log === null ? "" : hex(this.#log.root()),
      checkpoints: this.#checkpoints,
      ballots: this.#book.ballots,
      keys: this.#book.keys,
      reissues: this.#book.reissues,
      amendments: this.#book.amendments,
      counted: this.#counted,
      unopened: this.#unopened,
      explainedBatches: this.#book.explained(),
      winners: this.#winners,
      receipt,
    };
  }
}

function missing(name: BundleFile): never {
  throw new UnreadableBundle(`There is no ${name}`);
}
