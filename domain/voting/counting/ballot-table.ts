/**
 * Ballots of a budget vote as flat arrays, identical ones merged. Merging changes no count: every rule here treats ballots with the
 * same points (and the same share of the money) alike, and weighs a row by the ballots it stands for.
 */
export interface BallotTable {
  readonly projects: number;
  /** All ballots, empty ones too: they share in the endowment. */
  readonly voters: number;
  /** Distinct rows; row r marks projects `project[offset[r]] … project[offset[r + 1] - 1]`. */
  readonly rows: number;
  readonly offset: Int32Array;
  readonly project: Int32Array;
  readonly points: Float64Array;
  /** Ballots that a row stands for. */
  readonly weight: Float64Array;
  /** The pot a row draws its endowment from; 0 where there is only one. */
  readonly pot: Int32Array;
  /** Ballots by pot. */
  readonly potVoters: readonly number[];
}

const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;

function mixed(hash: number, project: number, points: number): number {
  const next = Math.imul(Math.imul(hash ^ project, FNV_PRIME) ^ (points % 4294967291), FNV_PRIME);
  return next ^ (next >>> 15);
}

/** Collects ballots one at a time, for streams; memory grows with the distinct ballots only. */
export class BallotTableBuilder {
  readonly #projects: number;
  #voters = 0;
  #rows = 0;
  #cells = 0;
  #offset = new Int32Array(1025);
  #project = new Int32Array(4096);
  #points = new Float64Array(4096);
  #weight = new Float64Array(1024);
  #pot = new Int32Array(1024);
  #hash = new Int32Array(1024);
  #slots = new Int32Array(4096).fill(-1);
  readonly #potVoters: number[] = [0];

  constructor(projects: number) {
    this.#projects = projects;
  }

  /**
   * Adds `weight` equal ballots. Cells are [project index, points] with points a positive safe integer; a project stands once.
   * The order of the cells does not matter: they are sorted in place by project.
   */
  add(cells: [project: number, points: number][], weight = 1, pot = 0): void {
    this.#voters += weight;
    this.#potVoters[pot] = (this.#potVoters[pot] ?? 0) + weight;
    const sorted = cells.length > 1 ? cells.sort((a, b) => a[0] - b[0]) : cells;
    let hash = FNV_OFFSET ^ pot;
    for (let i = 0; i < sorted.length; i += 1) hash = mixed(hash, sorted[i]![0], sorted[i]![1]);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let row = this.#slots[slot]!; row !== -1; row = this.#slots[slot]!) {
      if (this.#hash[row] === hash && this.#equals(row, sorted, pot)) {
        this.#weight[row]! += weight;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#append(sorted, weight, pot, hash);
    if (this.#rows * 2 > this.#slots.length) this.#rehash();
  }

  /** The table in an order that depends on the rows alone, so that the order of ballots leaves no trace. */
  build(): BallotTable {
    const order = this.#byContent();
    const [from, fromProject, fromPoints] = [this.#offset, this.#project, this.#points];
    const offset = new Int32Array(this.#rows + 1);
    const project = new Int32Array(this.#cells);
    const points = new Float64Array(this.#cells);
    const weight = new Float64Array(this.#rows);
    const pot = new Int32Array(this.#rows);
    let cell = 0;
    for (let index = 0; index < order.length; index += 1) {
      const row = order[index]!;
      const end = from[row + 1]!;
      for (let at = from[row]!; at < end; at += 1) {
        project[cell] = fromProject[at]!;
        points[cell] = fromPoints[at]!;
        cell += 1;
      }
      offset[index + 1] = cell;
      weight[index] = this.#weight[row]!;
      pot[index] = this.#pot[row]!;
    }
    return { projects: this.#projects, voters: this.#voters, rows: this.#rows, offset, project, points, weight, pot, potVoters: [...this.#potVoters] };
  }

  /** Rows by their hash, and by their content where hashes meet: numbers sort many times faster than rows. */
  #byContent(): Int32Array {
    const rowBits = 2 ** Math.ceil(Math.log2(this.#rows + 1));
    const hashes = Math.min(2 ** 32, 2 ** 53 / rowBits);
    const keys = new Float64Array(this.#rows);
    for (let row = 0; row < this.#rows; row += 1) keys[row] = ((this.#hash[row]! >>> 0) % hashes) * rowBits + row;
    keys.sort();
    const order = new Int32Array(this.#rows);
    for (let at = 0; at < order.length; at += 1) order[at] = keys[at]! % rowBits;
    for (let from = 0; from < order.length; ) {
      const hash = Math.floor(keys[from]! / rowBits);
      let to = from + 1;
      while (to < order.length && Math.floor(keys[to]! / rowBits) === hash) to += 1;
      if (to - from > 1) order.subarray(from, to).sort((a, b) => this.#compare(a, b));
      from = to;
    }
    return order;
  }

  #equals(row: number, cells: readonly (readonly [number, number])[], pot: number): boolean {
    const from = this.#offset[row]!;
    if (this.#pot[row] !== pot || this.#offset[row + 1]! - from !== cells.length) return false;
    for (let i = 0; i < cells.length; i += 1)
      if (this.#project[from + i] !== cells[i]![0] || this.#points[from + i] !== cells[i]![1]) return false;
    return true;
  }

  #compare(a: number, b: number): number {
    if (this.#pot[a] !== this.#pot[b]) return this.#pot[a]! - this.#pot[b]!;
    let i = this.#offset[a]!;
    let j = this.#offset[b]!;
    const [endA, endB] = [this.#offset[a + 1]!, this.#offset[b + 1]!];
    for (; i < endA && j < endB; i += 1, j += 1) {
      if (this.#project[i] !== this.#project[j]) return this.#project[i]! - this.#project[j]!;
      if (this.#points[i] !== this.#points[j]) return this.#points[i]! - this.#points[j]!;
    }
    return endA - i - (endB - j);
  }

  #append(cells: readonly (readonly [number, number])[], weight: number, pot: number, hash: number): number {
    const row = this.#rows;
    if (row + 2 > this.#offset.length) {
      this.#offset = grown(this.#offset, Int32Array, this.#offset.length * 2);
      this.#weight = grown(this.#weight, Float64Array, this.#offset.length);
      this.#pot = grown(this.#pot, Int32Array, this.#offset.length);
      this.#hash = grown(this.#hash, Int32Array, this.#offset.length);
    }
    while (this.#cells + cells.length > this.#project.length) {
      this.#project = grown(this.#project, Int32Array, this.#project.length * 2);
      this.#points = grown(this.#points, Float64Array, this.#points.length * 2);
    }
    for (let i = 0; i < cells.length; i += 1) {
      this.#project[this.#cells] = cells[i]![0];
      this.#points[this.#cells] = cells[i]![1];
      this.#cells += 1;
    }
    this.#rows += 1;
    this.#offset[this.#rows] = this.#cells;
    this.#weight[row] = weight;
    this.#pot[row] = pot;
    this.#hash[row] = hash;
    return row;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let row = 0; row < this.#rows; row += 1) {
      let slot = this.#hash[row]! & mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & mask;
      this.#slots[slot] = row;
    }
  }
}

type Flat = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

function grown<T extends Flat>(old: T, make: new (length: number) => T, length: number): T {
  const bigger = new make(length);
  bigger.set(old);
  return bigger;
}
