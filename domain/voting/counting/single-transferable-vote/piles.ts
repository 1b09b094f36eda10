import type { RankingTable } from "../ranking-table.ts";
import { VOTE } from "./quota.ts";

/** Who has which papers, at what value. Values and votes are integers of 1/100,000. */
export class Piles {
  readonly #table: RankingTable;
  /** The preference that a row's papers count for now, or past its end. */
  readonly #at: Int32Array;
  readonly #value: Float64Array;
  readonly #rowsOf: number[][];
  readonly votes: number[];

  constructor(table: RankingTable) {
    this.#table = table;
    this.#at = table.offset.slice(0, table.rows);
    this.#value = new Float64Array(table.rows).fill(VOTE);
    this.#rowsOf = Array.from({ length: table.candidates }, () => []);
    this.votes = new Array<number>(table.candidates).fill(0);
    for (let row = 0; row < table.rows; row += 1) this.#add(table.preference[table.offset[row]!]!, row);
  }

  /** Rule 48: every paper of an elected candidate moves on at surplus x its value / the candidate's votes, cut to five decimals. */
  transferSurplus(from: number, surplus: number, mayReceive: (candidate: number) => boolean): void {
    const votes = BigInt(this.votes[from]!);
    const values = new Map<number, number>();
    const reduced = (value: number): number => {
      let known = values.get(value);
      if (known === undefined) values.set(value, (known = Number((BigInt(surplus) * BigInt(value)) / votes)));
      return known;
    };
    const kept = this.votes[from]! - surplus;
    this.#moveAll(from, reduced, mayReceive);
    this.votes[from] = kept;
  }

  /** Rule 50: papers of an excluded candidate move on at the value they have. */
  exclude(from: number, mayReceive: (candidate: number) => boolean): void {
    this.#moveAll(from, (value) => value, mayReceive);
    this.votes[from] = 0;
  }

  #moveAll(from: number, newValue: (value: number) => number, mayReceive: (candidate: number) => boolean): void {
    const { offset, preference } = this.#table;
    for (const row of this.#rowsOf[from]!) {
      const end = offset[row + 1]!;
      let at = this.#at[row]! + 1;
      while (at < end && !mayReceive(preference[at]!)) at += 1;
      this.#at[row] = at;
      if (at === end) continue;
      this.#value[row] = newValue(this.#value[row]!);
      this.#add(preference[at]!, row);
    }
    this.#rowsOf[from] = [];
  }

  #add(to: number, row: number): void {
    this.#rowsOf[to]!.push(row);
    this.votes[to]! += this.#value[row]! * this.#table.weight[row]!;
  }
}
