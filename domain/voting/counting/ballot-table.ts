import { rowsTogether } from "./rows-together.ts";

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

/** Room for so many rows at first: small votes are counted often, and a large one doubles it in no time. */
const FIRST_ROWS = 64;
/** With fewer rows than this a count has the accounts of all at hand anyway. */
const MANY_ROWS = 200_000;
/** From so many rows on, counting their hashes is faster than comparing them. */
const MANY_HASHES = 20_000;
const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;
/** The largest prime below 2^32. */
const LARGE = 4294967291;

function mixed(hash: number, project: number, points: number): number {
  const next = Math.imul(Math.imul(hash ^ project, FNV_PRIME) ^ (points < LARGE ? points : points % LARGE), FNV_PRIME);
  return next ^ (next >>> 15);
}

/** Collects ballots one at a time, for streams; memory grows with the distinct ballots only. */
export class BallotTableBuilder {
  readonly #projects: number;
  #voters = 0;
  #rows = 0;
  #cells = 0;
  #offset = new Int32Array(FIRST_ROWS + 1);
  #project = new Int32Array(4 * FIRST_ROWS);
  #points = new Float64Array(4 * FIRST_ROWS);
  #weight = new Float64Array(FIRST_ROWS);
  #pot = new Int32Array(FIRST_ROWS);
  #hash = new Int32Array(FIRST_ROWS);
  #slots = new Int32Array(4 * FIRST_ROWS).fill(-1);
  /** The ballot being added, in the order of the projects. */
  readonly #givenProject: Int32Array;
  readonly #givenPoints: Float64Array;
  readonly #potVoters: number[] = [0];

  constructor(projects: number) {
    this.#projects = projects;
    this.#givenProject = new Int32Array(projects);
    this.#givenPoints = new Float64Array(projects);
  }

  /**
   * Adds `weight` equal ballots that give `points[i]`, a safe integer, to the project with the index `projects[i]`. Their order does not
   * matter, points of nought are as good as none, and of several marks of one project the first counts. The lists are not kept.
   */
  add(projects: readonly number[], points: readonly number[], weight = 1, pot = 0): void {
    this.#voters += weight;
    this.#potVoters[pot] = (this.#potVoters[pot] ?? 0) + weight;
    const cells = this.#take(projects, points);
    const [givenProject, givenPoints] = [this.#givenProject, this.#givenPoints];
    let hash = FNV_OFFSET ^ pot;
    for (let i = 0; i < cells; i += 1) hash = mixed(hash, givenProject[i]!, givenPoints[i]!);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let row = slots[slot]!; row !== -1; row = slots[slot]!) {
      if (this.#hash[row] === hash && this.#equals(row, cells, pot)) {
        this.#weight[row]! += weight;
        return;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.#append(cells, weight, pot, hash);
    if (this.#rows * 2 > this.#slots.length) this.#rehash();
  }

  /** Puts a ballot's marks in order, each project once; gives their number. Ballots are short, and most come in order. */
  #take(projects: readonly number[], points: readonly number[]): number {
    const [givenProject, givenPoints] = [this.#givenProject, this.#givenPoints];
    let cells = 0;
    for (let i = 0; i < projects.length; i += 1) {
      const project = projects[i]!;
      const given = points[i]!;
      if (given <= 0) continue;
      let at = cells;
      while (at > 0 && givenProject[at - 1]! > project) at -= 1;
      if (at > 0 && givenProject[at - 1] === project) continue;
      for (let later = cells; later > at; later -= 1) {
        givenProject[later] = givenProject[later - 1]!;
        givenPoints[later] = givenPoints[later - 1]!;
      }
      givenProject[at] = project;
      givenPoints[at] = given;
      cells += 1;
    }
    return cells;
  }

  /**
   * The table in an order that depends on the rows alone, so that the order of ballots leaves no trace.
   * `room` gives memory of so many bytes: for instance some that threads can share.
   */
  build(room: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes)): BallotTable {
    const byContent = this.#byContent();
    const order = this.#rows < MANY_ROWS ? byContent : rowsTogether({ rows: this.#rows, projects: this.#projects, offset: this.#offset, project: this.#project }, byContent);
    const [from, fromProject, fromPoints, fromWeight, fromPot] = [this.#offset, this.#project, this.#points, this.#weight, this.#pot];
    const offset = new Int32Array(room(4 * (this.#rows + 1)));
    const project = new Int32Array(room(4 * this.#cells));
    const points = new Float64Array(room(8 * this.#cells));
    const weight = new Float64Array(room(8 * this.#rows));
    const pot = new Int32Array(room(4 * this.#rows));
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
      weight[index] = fromWeight[row]!;
      pot[index] = fromPot[row]!;
    }
    return { projects: this.#projects, voters: this.#voters, rows: this.#rows, offset, project, points, weight, pot, potVoters: [...this.#potVoters] };
  }

  /** Rows by their hash, and by their content where hashes meet. */
  #byContent(): Int32Array {
    const hash = this.#hash;
    const order = sortedByHash(hash, this.#rows);
    for (let from = 0; from < order.length; ) {
      let to = from + 1;
      while (to < order.length && hash[order[to]!] === hash[order[from]!]) to += 1;
      if (to - from > 1) order.subarray(from, to).sort((a, b) => this.#compare(a, b));
      from = to;
    }
    return order;
  }

  #equals(row: number, cells: number, pot: number): boolean {
    const from = this.#offset[row]!;
    if (this.#pot[row] !== pot || this.#offset[row + 1]! - from !== cells) return false;
    for (let i = 0; i < cells; i += 1)
      if (this.#project[from + i] !== this.#givenProject[i] || this.#points[from + i] !== this.#givenPoints[i]) return false;
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

  #append(cells: number, weight: number, pot: number, hash: number): number {
    const row = this.#rows;
    if (row + 2 > this.#offset.length) {
      this.#offset = grown(this.#offset, Int32Array, this.#offset.length * 2);
      this.#weight = grown(this.#weight, Float64Array, this.#offset.length);
      this.#pot = grown(this.#pot, Int32Array, this.#offset.length);
      this.#hash = grown(this.#hash, Int32Array, this.#offset.length);
    }
    while (this.#cells + cells > this.#project.length) {
      this.#project = grown(this.#project, Int32Array, this.#project.length * 2);
      this.#points = grown(this.#points, Float64Array, this.#points.length * 2);
    }
    for (let i = 0; i < cells; i += 1) {
      this.#project[this.#cells] = this.#givenProject[i]!;
      this.#points[this.#cells] = this.#givenPoints[i]!;
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
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const hash = this.#hash;
    const mask = slots.length - 1;
    for (let row = 0; row < this.#rows; row += 1) {
      let slot = hash[row]! & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
    this.#slots = slots;
  }
}

/** Row numbers by their hashes as unsigned numbers. Many are sorted by sixteen bits and then by the other sixteen, without comparing. */
function sortedByHash(hash: Int32Array, rows: number): Int32Array {
  let order = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) order[row] = row;
  if (rows < MANY_HASHES) return order.sort((a, b) => (hash[a]! >>> 0) - (hash[b]! >>> 0) || a - b);
  for (const shift of [0, 16]) {
    const next = new Int32Array(65_537);
    for (let row = 0; row < rows; row += 1) next[((hash[row]! >>> shift) & 65_535) + 1]! += 1;
    for (let key = 0; key < 65_536; key += 1) next[key + 1]! += next[key]!;
    const sorted = new Int32Array(rows);
    for (let at = 0; at < rows; at += 1) {
      const row = order[at]!;
      const key = (hash[row]! >>> shift) & 65_535;
      const to = next[key]!;
      next[key] = to + 1;
      sorted[to] = row;
    }
    order = sorted;
  }
  return order;
}

type Flat = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

function grown<T extends Flat>(old: T, make: new (length: number) => T, length: number): T {
  const bigger = new make(length);
  bigger.set(old);
  return bigger;
}
