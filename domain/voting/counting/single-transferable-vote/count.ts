/**
 * Single transferable vote as in Scottish council elections (weighted inclusive Gregory method).
 * Source: Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 45 to 52; the same in SSI 2011/399.
 * Arithmetic: integers of 1/100,000; values are cut to five decimals, and what that loses is shown with the non-transferable.
 * Ties: by the most recent earlier stage at which the tied differed, then lots; the one drawn first is acted upon.
 */
import { chooseByEarlierStages } from "../earlier-stages.ts";
import { byId, type ElectionCount, type ElectionStage } from "../election-stage.ts";
import type { TieBreaker } from "../lots.ts";
import type { RankingTable } from "../ranking-table.ts";
import { Piles } from "./piles.ts";
import { fiveDecimals, quotaOf, VOTE } from "./quota.ts";

type Standing = "continuing" | "elected" | "excluded";

export function countSingleTransferableVote(ids: readonly string[], table: RankingTable, places: number, ties: TieBreaker): ElectionCount {
  const count = new TransferableCount(ids, table, places, ties);
  count.closeStage("first-preferences", null);
  while (count.step());
  return { elected: count.elected, order: null, stages: count.stages, quota: quotaOf(table.valid, places) };
}

class TransferableCount {
  readonly #ids: readonly string[];
  readonly #valid: number;
  readonly #places: number;
  readonly #ties: TieBreaker;
  readonly #piles: Piles;
  readonly #quota: number;
  readonly #standing: Standing[];
  /** Elected candidates whose surplus has not been transferred. */
  readonly #pending = new Set<number>();
  readonly #earlier: number[][] = [];
  readonly elected: number[] = [];
  readonly stages: ElectionStage[] = [];

  constructor(ids: readonly string[], table: RankingTable, places: number, ties: TieBreaker) {
    this.#ids = ids;
    this.#valid = table.valid * VOTE;
    this.#places = places;
    this.#ties = ties;
    this.#piles = new Piles(table);
    this.#quota = quotaOf(table.valid, places) * VOTE;
    this.#standing = ids.map(() => "continuing");
  }

  /** One further stage: the largest surplus, else the exclusion of the lowest. False when nothing is left to do. */
  step(): boolean {
    if (this.elected.length >= this.#places || this.#continuing().length === 0) return false;
    const receives = (c: number): boolean => this.#standing[c] === "continuing";
    const surplus = this.#largestSurplus();
    if (surplus !== null) {
      this.#pending.delete(surplus);
      this.#piles.transferSurplus(surplus, this.#piles.votes[surplus]! - this.#quota, receives);
      this.closeStage("transfer-surplus", surplus);
    } else {
      const lowest = this.#lowest();
      this.#standing[lowest] = "excluded";
      this.#piles.exclude(lowest, receives);
      this.closeStage("exclude", lowest);
    }
    return true;
  }

  /** Rules 47 and 52: who has reached the quota is elected; when no more are left than places, all of them are. */
  closeStage(action: "first-preferences" | "transfer-surplus" | "exclude", candidate: number | null): void {
    const votes = [...this.#piles.votes];
    const byVotes = (candidates: number[]): number[] => candidates.sort((a, b) => votes[b]! - votes[a]! || a - b);
    const elected = byVotes(this.#continuing().filter((c) => votes[c]! >= this.#quota));
    for (const c of elected) this.#elect(c);
    const rest = this.#continuing();
    const toFill = rest.length > 0 && rest.length <= this.#places - this.elected.length ? byVotes(rest) : [];
    for (const c of toFill) this.#elect(c);
    this.stages.push({
      kind: "transferable",
      action,
      candidate: candidate === null ? null : this.#ids[candidate]!,
      votes: byId(this.#ids, (c) => fiveDecimals(votes[c]!)),
      nonTransferable: fiveDecimals(this.#valid - votes.reduce((sum, each) => sum + each, 0)),
      elected: elected.map((c) => this.#ids[c]!),
      electedToFill: toFill.map((c) => this.#ids[c]!),
    });
    this.#earlier.push(votes);
  }

  #elect(c: number): void {
    this.#standing[c] = "elected";
    this.elected.push(c);
    if (this.#piles.votes[c]! > this.#quota) this.#pending.add(c);
  }

  #continuing(): number[] {
    return this.#ids.map((_, c) => c).filter((c) => this.#standing[c] === "continuing");
  }

  /** Rule 49: the largest surplus goes first. */
  #largestSurplus(): number | null {
    if (this.#pending.size === 0) return null;
    const most = Math.max(...[...this.#pending].map((c) => this.#piles.votes[c]!));
    return this.#choose([...this.#pending].filter((c) => this.#piles.votes[c] === most), "most");
  }

  /** Rule 51: the candidate with fewest votes. */
  #lowest(): number {
    const continuing = this.#continuing();
    const fewest = Math.min(...continuing.map((c) => this.#piles.votes[c]!));
    return this.#choose(continuing.filter((c) => this.#piles.votes[c] === fewest), "fewest");
  }

  #choose(tied: readonly number[], which: "most" | "fewest"): number {
    return chooseByEarlierStages(tied, this.#earlier.slice(0, -1), which, this.stages.length + 1, this.#ties);
  }
}
