/** What the leaves of a log say together: versions, accounts, order. It hears every leaf once, in the order of the log. */
import { balances, type BallotClass, type CloseLeaf, type CountsLeaf, type PaperBallotLeaf, type PaperBatchLeaf, type ResultLeaf } from "../leaves.ts";
import type { Manifest } from "../manifest.ts";
import { faultsOfVote, type Vote } from "../vote.ts";
import { joinLots } from "../../results/lot-order.ts";
import type { BallotFacts, LeafFacts } from "./check-leaf.ts";
import type { FaultBook } from "./faults.ts";

/** The last version of one key's ballot. */
export interface FinalBallot {
  readonly commitment: string;
  readonly class: BallotClass;
}

interface KeyHistory {
  readonly style: string;
  /** Bit n - 1 stands for version n. */
  versions: number;
  last: number;
  at: number;
  final: FinalBallot;
}

export class LogBook {
  readonly #manifest: Manifest;
  readonly #faults: FaultBook;
  readonly #keys = new Map<string, KeyHistory>();
  readonly #ballotsAt = new Set<number>();
  readonly #batches = new Map<string, { readonly leaf: PaperBatchLeaf; readonly at: number }>();
  readonly #papers: { readonly batch: string; readonly vote: Vote; readonly at: number }[] = [];
  #amendments = 0;
  #reissues = 0;
  #counts: CountsLeaf | null = null;
  #close: CloseLeaf | null = null;
  #result: ResultLeaf | null = null;
  #lots: readonly number[] = [];

  constructor(manifest: Manifest, faults: FaultBook) {
    this.#manifest = manifest;
    this.#faults = faults;
  }

  get ballots(): number {
    return this.#ballotsAt.size;
  }

  get keys(): number {
    return this.#keys.size;
  }

  get reissues(): number {
    return this.#reissues;
  }

  get amendments(): number {
    return this.#amendments;
  }

  get lots(): readonly number[] {
    return this.#lots;
  }

  get result(): ResultLeaf | null {
    return this.#result;
  }

  get issued(): CountsLeaf["issued"] | null {
    return this.#counts?.issued ?? null;
  }

  hear(leaf: LeafFacts, at: number): void {
    const place = `leaf ${at}`;
    if (this.#result !== null && leaf.type !== "result") this.#faults.add("leaf-after-result", place);
    switch (leaf.type) {
      case "manifest":
        if (at > 0) this.#faults.add("manifest-twice", place);
        break;
      case "ballot":
        this.#hearBallot(leaf, at);
        break;
      case "amendment":
        this.#amendments += 1;
        if (leaf.number !== this.#amendments) this.#faults.add("amendment-order", place);
        if (this.#close !== null) this.#faults.add("amendment-after-close", place);
        break;
      case "reissue":
        this.#reissues += 1;
        if (leaf.number !== this.#reissues || this.#close !== null) this.#faults.add("reissue-order", place);
        break;
      case "paper-batch":
        if (this.#batches.has(leaf.batch)) this.#faults.add("paper-batch-twice", place);
        else this.#batches.set(leaf.batch, { leaf, at });
        break;
      case "paper-ballot":
        this.#papers.push({ batch: leaf.batch, vote: voteOf(leaf), at });
        break;
      case "counts":
        if (this.#counts !== null) this.#faults.add("counts-twice", place);
        this.#counts ??= leaf;
        break;
      case "seed":
        this.#hearLots(leaf.lots, place);
        break;
      case "close":
        if (this.#close !== null) this.#faults.add("close-twice", place);
        else if (leaf.ballots !== this.#ballotsAt.size || leaf.keys !== this.#keys.size) this.#faults.add("close-miscounted", place);
        this.#close ??= leaf;
        break;
      case "result":
        if (this.#result !== null) this.#faults.add("result-twice", place);
        this.#result = leaf;
        break;
    }
  }

  #hearBallot({ key, style, version, commitment, class: ballotClass }: BallotFacts, at: number): void {
    const place = `leaf ${at}`;
    this.#ballotsAt.add(at);
    if (this.#close !== null) this.#faults.add("ballot-after-close", place);
    if (version > Math.min(this.#manifest.mostVersions, 31)) {
      this.#faults.add("too-many-versions", place);
      return;
    }
    const final = { commitment, class: ballotClass };
    const history = this.#keys.get(key);
    if (!history) {
      this.#keys.set(key, { style, versions: 1 << (version - 1), last: version, at, final });
      return;
    }
    const bit = 1 << (version - 1);
    if ((history.versions & bit) !== 0) this.#faults.add("version-repeated", place);
    if (history.style !== style) this.#faults.add("style-changed", place);
    history.versions |= bit;
    if (version > history.last) Object.assign(history, { last: version, at, final });
  }

  #hearLots(lots: readonly number[], place: string): void {
    const known = new Set(this.#manifest.options.map(({ number }) => number));
    if (lots.length === 0 || new Set(lots).size !== lots.length || !lots.every((number) => known.has(number))) this.#faults.add("lots-invalid", place);
    else this.#lots = joinLots(this.#lots, lots);
  }

  /** What can be said only when the whole log was heard. */
  finish(): void {
    for (const { versions, last, at } of this.#keys.values()) if (versions !== 2 ** last - 1) this.#faults.add("version-missing", `leaf ${at}`);
    if (this.#close === null) this.#faults.add("close-missing");
    if (this.#result === null) this.#faults.add("result-missing");
    this.#finishPapers();
    if (this.#counts === null) {
      this.#faults.add("counts-missing");
      return;
    }
    const { online, assisted, paper, telephone } = this.#counts.issued;
    const returnedOf = (channel: "paper" | "telephone") => [...this.#batches.values()].reduce((sum, { leaf }) => sum + (leaf.channel === channel ? leaf.returned : 0), 0);
    // Somebody on the telephone has a ballot in the box, or a slip in a batch.
    const withKeys = online + assisted + Math.max(0, telephone - returnedOf("telephone"));
    if (this.#keys.size > withKeys + this.#reissues) this.#faults.add("more-keys-than-issued", `${this.#keys.size} keys, ${withKeys} issued, ${this.#reissues} reissued`);
    for (const [channel, issued] of [["paper", paper], ["telephone", telephone]] as const) {
      const returned = returnedOf(channel);
      if (returned > issued) this.#faults.add("more-papers-than-issued", `${channel}: ${returned} returned, ${issued} issued`);
    }
  }

  #finishPapers(): void {
    const found = new Map<string, number>();
    for (const { batch, vote, at } of this.#papers) {
      found.set(batch, (found.get(batch) ?? 0) + 1);
      if (!this.#batches.has(batch)) this.#faults.add("paper-ballot-without-batch", `leaf ${at}`);
      if (faultsOfVote(this.#manifest, vote).length > 0) this.#faults.add("paper-ballot-invalid", `leaf ${at}`);
    }
    for (const { leaf, at } of this.#batches.values()) {
      if (!balances(leaf) && leaf.imbalance === null) this.#faults.add("paper-batch-unbalanced", `leaf ${at}`);
      if ((found.get(leaf.batch) ?? 0) !== leaf.accepted) this.#faults.add("paper-ballots-miscounted", `leaf ${at}`);
    }
  }

  /** Last versions by their place in the log. */
  finals(): Map<number, FinalBallot> {
    return new Map([...this.#keys.values()].map(({ at, final }) => [at, final]));
  }

  isBallot(at: number): boolean {
    return this.#ballotsAt.has(at);
  }

  /** Votes on paper and by telephone that the rules accept. */
  papers(): { readonly channel: PaperBatchLeaf["channel"]; readonly vote: Vote }[] {
    return this.#papers.flatMap(({ batch, vote }) => {
      const channel = this.#batches.get(batch)?.leaf.channel;
      return channel !== undefined && faultsOfVote(this.#manifest, vote).length === 0 ? [{ channel, vote }] : [];
    });
  }

  /** Batches that do not balance and say why. */
  explained(): number {
    return [...this.#batches.values()].filter(({ leaf }) => !balances(leaf) && leaf.imbalance !== null).length;
  }
}

const voteOf = ({ choices, points }: PaperBallotLeaf): Vote => ({ choices, ...(points ? { points } : {}) });
