/**
 * Ties as a question put to a person. The published chain is: lower cost, then higher score, then the order of lots that was drawn
 * before the vote and stored with it. The engine never draws: where lots are needed and none are given, the count answers
 * "lots-required" with the projects that tied.
 */
export type TieDecidedBy = "cost" | "score" | "lot" | "earlier-stage";

/** A tie that was met: between whom, who was chosen, and by what. */
export interface Tie {
  readonly stage: number;
  readonly tied: readonly string[];
  readonly chosen: string;
  readonly decidedBy: TieDecidedBy;
}

/** What the chain compares; candidates of an election have neither cost nor score. */
export interface TieMeasures {
  readonly ids: readonly string[];
  readonly cost?: readonly number[];
  readonly score?: readonly number[];
}

/** Decides ties of one count, logs them, and remembers the first that only lots can decide. */
export class TieBreaker {
  readonly #measures: TieMeasures;
  readonly #rank: ReadonlyMap<string, number>;
  readonly lotOrder: readonly string[];
  #log: Tie[] = [];
  #unresolved: readonly string[] | null = null;

  constructor(measures: TieMeasures, lotOrder: readonly string[] = []) {
    this.#measures = measures;
    this.lotOrder = lotOrder;
    this.#rank = new Map(lotOrder.map((id, place) => [id, place]));
  }

  get ties(): readonly Tie[] {
    return this.#log;
  }

  /** The first tie for which lots were needed and not given; the count goes on with the order of the list and must be discarded. */
  get unresolved(): readonly string[] | null {
    return this.#unresolved;
  }

  /** Forgets logged ties when a count starts over (a new endowment); an unresolved tie stays. */
  startOver(): void {
    this.#log = [];
  }

  /** The whole chain as an order of two, for sorting; equal only when lots are missing. Logs nothing. */
  compare(a: number, b: number): number {
    return this.#compareWithoutLots(a, b) || this.#lot(a) - this.#lot(b) || a - b;
  }

  equalBeforeLots(a: number, b: number): boolean {
    return this.#compareWithoutLots(a, b) === 0;
  }

  /** The one of the tied that the chain puts first. A single one is returned without a log. */
  choose(tied: readonly number[], stage: number): number {
    if (tied.length === 1) return tied[0]!;
    const sorted = this.inOrder(tied);
    const first = sorted[0]!;
    const second = sorted[1];
    if (second === undefined) return first;
    this.record(sorted, first, stage, this.#decider(first, second));
    return first;
  }

  inOrder(tied: readonly number[]): number[] {
    return [...tied].sort((a, b) => this.compare(a, b));
  }

  /** The order of lots alone; for rules that compare sets of projects. */
  compareByLot(a: number, b: number): number {
    return this.#lot(a) - this.#lot(b) || a - b;
  }

  /**
   * Logs a tie decided elsewhere (by an earlier stage, or between sets); asks for lots where it took them and some of the tied have none:
   * of those the chain leaves level with the chosen one, or of all.
   */
  record(tied: readonly number[], chosen: number, stage: number, decidedBy: TieDecidedBy, among: "level" | "all" = "level"): void {
    const { ids } = this.#measures;
    if (decidedBy === "lot") {
      const level = among === "all" ? tied : tied.filter((p) => this.equalBeforeLots(p, chosen));
      if (level.some((p) => !this.#rank.has(ids[p]!))) this.#unresolved ??= level.map((p) => ids[p]!);
    }
    this.#log.push({ stage, tied: tied.map((p) => ids[p]!), chosen: ids[chosen]!, decidedBy });
  }

  #decider(first: number, second: number): TieDecidedBy {
    const { cost, score } = this.#measures;
    if (cost && cost[first] !== cost[second]) return "cost";
    return score && score[first] !== score[second] ? "score" : "lot";
  }

  #compareWithoutLots(a: number, b: number): number {
    const { cost, score } = this.#measures;
    return (cost ? cost[a]! - cost[b]! : 0) || (score ? score[b]! - score[a]! : 0);
  }

  #lot(p: number): number {
    return this.#rank.get(this.#measures.ids[p]!) ?? Number.MAX_SAFE_INTEGER;
  }
}
