/**
 * The tree of the log as it is stored: leaf hashes, and the roots of full subtrees of 256, 65,536, … leaves. A proof reads a few
 * hundred hashes of it, however large the log.
 */
import type { Digest } from "./leaves.ts";
import { appended, type CompactRange } from "./merkle-tree.ts";
import { joined } from "./bytes.ts";

const STEP = 8;
const WIDTH = 2 ** STEP;

/** The root of a full subtree of 2^level leaves, the `index`-th from the left. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** The subtrees that become full when these leaves are put after a range. */
export function subtreesFilled(digest: Digest, range: CompactRange, leafHashes: readonly Uint8Array[]): readonly Subtree[] {
  const filled: Subtree[] = [];
  let [size, hashes] = [range.size, leafHashes];
  const peaks = [...range.peaks];
  for (let level = STEP; hashes.length > 0; level += STEP) {
    const held = size % WIDTH;
    const own = peaks.splice(peaks.length - ones(held));
    let open: CompactRange = { size: held, peaks: own };
    const roots: Uint8Array[] = [];
    for (let from = 0; from < hashes.length; ) {
      const part = hashes.slice(from, from + WIDTH - open.size);
      from += part.length;
      open = appended(digest, open, part);
      if (open.size < WIDTH) continue;
      roots.push(...open.peaks);
      open = { size: 0, peaks: [] };
    }
    size = Math.floor(size / WIDTH);
    roots.forEach((hash, at) => filled.push({ level, index: size + at, hash }));
    hashes = roots;
  }
  return filled;
}

const ones = (value: number): number => value.toString(2).replaceAll("0", "").length;

/** So many hashes of one level, from the `from`-th on: level 0 are the leaves, others a multiple of 8. */
export type ReadHashes = (level: number, from: number, count: number) => Promise<readonly Uint8Array[]>;

/** Reads proofs out of a stored tree. Hashes read once are kept for as long as this lives. */
export class StoredTree {
  readonly #digest: Digest;
  readonly #read: ReadHashes;
  readonly #size: number;
  readonly #rows = new Map<string, Promise<readonly Uint8Array[]>>();

  constructor(digest: Digest, size: number, read: ReadHashes) {
    this.#digest = digest;
    this.#size = size;
    this.#read = read;
  }

  /** As `MerkleTree.inclusionProof`, in the whole tree. */
  async inclusionProof(index: number): Promise<Uint8Array[]> {
    const path: Uint8Array[] = [];
    let [from, to] = [0, this.#size];
    while (to - from > 1) {
      const split = from + largestPowerBelow(to - from);
      path.push(await (index < split ? this.#range(split, to) : this.#range(from, split)));
      [from, to] = index < split ? [from, split] : [split, to];
    }
    return path.reverse();
  }

  /** As `MerkleTree.consistencyProof`, from `first` leaves to the whole tree. */
  async consistencyProof(first: number): Promise<Uint8Array[]> {
    if (first === 0 || first === this.#size) return [];
    const path: Uint8Array[] = [];
    let [from, to] = [0, this.#size];
    while (to !== first) {
      const split = from + largestPowerBelow(to - from);
      path.push(await (first <= split ? this.#range(split, to) : this.#range(from, split)));
      [from, to] = first <= split ? [from, split] : [split, to];
    }
    if (from > 0) path.push(await this.#range(from, to));
    return path.reverse();
  }

  async #range(from: number, to: number): Promise<Uint8Array> {
    const level = Math.log2(to - from);
    if (Number.isInteger(level) && from % (to - from) === 0) return this.#node(level, from / (to - from));
    const split = from + largestPowerBelow(to - from);
    return this.#parent(await this.#range(from, split), await this.#range(split, to));
  }

  async #node(level: number, at: number): Promise<Uint8Array> {
    if (level % STEP === 0) return this.#stored(level, at);
    return this.#parent(await this.#node(level - 1, 2 * at), await this.#node(level - 1, 2 * at + 1));
  }

  async #stored(level: number, at: number): Promise<Uint8Array> {
    const row = Math.floor(at / WIDTH);
    const key = `${level}/${row}`;
    const width = Math.min(WIDTH, Math.floor(this.#size / 2 ** level) - row * WIDTH);
    const hashes = this.#rows.get(key) ?? this.#read(level, row * WIDTH, width);
    this.#rows.set(key, hashes);
    const hash = (await hashes)[at - row * WIDTH];
    if (!hash) throw new Error(`The log has no hash ${at} on level ${level}`);
    return hash;
  }

  #parent(left: Uint8Array, right: Uint8Array): Uint8Array {
    return this.#digest(joined(1, left, right));
  }
}

/** The largest power of two that is less than n; n is 2 at least. */
const largestPowerBelow = (n: number): number => 2 ** (31 - Math.clz32(n - 1));
