/**
 * The tree of RFC 6962 section 2.1 over leaf hashes. Numbers of leaves stay below 2^31.
 * `Digest` is a SHA-256 of the caller's; checks take one that may answer later, as a browser's does.
 */
import { joined, sameBytes } from "./bytes.ts";
import type { Digest } from "./leaves.ts";

export type MaybeLaterDigest = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const HASH = 32;

function nodeInput(left: Uint8Array, right: Uint8Array): Uint8Array {
  // A proof from outside may hold anything: only whole hashes take the short way.
  if (left.length !== HASH || right.length !== HASH) return joined(1, left, right);
  const input = new Uint8Array(1 + 2 * HASH);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH);
  return input;
}

/** What it takes to append and to know the root: the roots of the complete trees side by side, the largest first. */
export interface CompactRange {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_RANGE: CompactRange = { size: 0, peaks: [] };

/** The range with more leaves after it. */
export function appended(digest: Digest, range: CompactRange, leafHashes: Iterable<Uint8Array>): CompactRange {
  const peaks = [...range.peaks];
  let { size } = range;
  for (const leaf of leafHashes) {
    let hash = leaf;
    for (let rest = size; (rest & 1) === 1; rest >>= 1) hash = digest(nodeInput(peaks.pop() ?? hash, hash));
    peaks.push(hash);
    size += 1;
  }
  return { size, peaks };
}

/** The root of the tree; of no leaves it is the hash of nothing. */
export function rootOf(digest: Digest, { peaks }: CompactRange): Uint8Array {
  const root = peaks.reduceRight<Uint8Array | null>((right, peak) => (right === null ? peak : digest(nodeInput(peak, right))), null);
  return root ?? digest(new Uint8Array(0));
}

/** A tree that keeps its nodes, and so can prove what stands in it: 64 bytes a leaf. */
export class MerkleTree {
  readonly #digest: Digest;
  /** Hashes of complete subtrees of 2^level leaves, one after the other. */
  readonly #levels: Uint8Array[] = [new Uint8Array(64 * HASH)];
  #size = 0;

  constructor(digest: Digest, leafHashes: Iterable<Uint8Array> = []) {
    this.#digest = digest;
    for (const hash of leafHashes) this.append(hash);
  }

  get size(): number {
    return this.#size;
  }

  append(leafHash: Uint8Array): void {
    if (leafHash.length !== HASH) throw new RangeError("A leaf hash has 32 bytes");
    let hash = leafHash;
    let at = this.#size;
    for (let level = 0; ; level += 1, at >>= 1) {
      this.#put(level, at, hash);
      if ((at & 1) === 0) break;
      hash = this.#digest(nodeInput(this.#node(level, at - 1), hash));
    }
    this.#size += 1;
  }

  /** The root of the first so many leaves. */
  root(size = this.#size): Uint8Array {
    if (size > this.#size || size < 0) throw new RangeError(`The tree has ${this.#size} leaves`);
    return size === 0 ? this.#digest(new Uint8Array(0)) : this.#range(0, size);
  }

  leaf(index: number): Uint8Array {
    if (index < 0 || index >= this.#size) throw new RangeError(`The tree has ${this.#size} leaves`);
    return this.#node(0, index);
  }

  /** PATH(m, D[n]): what it takes to go from a leaf to the root of the first `size` leaves, from the bottom up. */
  inclusionProof(index: number, size = this.#size): Uint8Array[] {
    if (index < 0 || index >= size || size > this.#size) throw new RangeError(`No leaf ${index} among ${size} of ${this.#size}`);
    const path: Uint8Array[] = [];
    let [from, to] = [0, size];
    while (to - from > 1) {
      const split = from + largestPowerBelow(to - from);
      path.push(index < split ? this.#range(split, to) : this.#range(from, split));
      [from, to] = index < split ? [from, split] : [split, to];
    }
    return path.reverse();
  }

  /** PROOF(m, D[n]): that the first `first` leaves of the first `second` are still the same. */
  consistencyProof(first: number, second = this.#size): Uint8Array[] {
    if (first < 0 || first > second || second > this.#size) throw new RangeError(`No ${first} leaves among ${second} of ${this.#size}`);
    if (first === 0 || first === second) return [];
    const path: Uint8Array[] = [];
    let [from, to] = [0, second];
    while (to !== first) {
      const split = from + largestPowerBelow(to - from);
      path.push(first <= split ? this.#range(split, to) : this.#range(from, split));
      [from, to] = first <= split ? [from, split] : [split, to];
    }
    if (from > 0) path.push(this.#range(from, to));
    return path.reverse();
  }

  /** Root of the leaves from `from` up to, and without, `to`; `from` is where a subtree begins. */
  #range(from: number, to: number): Uint8Array {
    const level = Math.log2(to - from);
    if (Number.isInteger(level) && from % (to - from) === 0) return this.#node(level, from / (to - from));
    const split = from + largestPowerBelow(to - from);
    return this.#digest(nodeInput(this.#range(from, split), this.#range(split, to)));
  }

  #node(level: number, at: number): Uint8Array {
    return (this.#levels[level] ?? new Uint8Array(0)).slice(at * HASH, (at + 1) * HASH);
  }

  #put(level: number, at: number, hash: Uint8Array): void {
    let nodes = this.#levels[level] ?? new Uint8Array(64 * HASH);
    if (nodes.length < (at + 1) * HASH) {
      const grown = new Uint8Array(nodes.length * 2);
      grown.set(nodes);
      nodes = grown;
    }
    nodes.set(hash, at * HASH);
    this.#levels[level] = nodes;
  }
}

/** The largest power of two that is less than n; n is 2 at least. */
const largestPowerBelow = (n: number): number => 2 ** (31 - Math.clz32(n - 1));

/** Whether a leaf stands at this place in the tree of this root (RFC 9162 section 2.1.3.2, the same tree). */
export async function verifyInclusion(
  digest: MaybeLaterDigest,
  { leafHash, index, size, proof, root }: { leafHash: Uint8Array; index: number; size: number; proof: readonly Uint8Array[]; root: Uint8Array },
): Promise<boolean> {
  if (index < 0 || index >= size) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leafHash;
  for (const node of proof) {
    if (sn === 0) return false;
    if ((fn & 1) === 1 || fn === sn) {
      hash = await digest(nodeInput(node, hash));
      while ((fn & 1) === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else hash = await digest(nodeInput(hash, node));
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 && sameBytes(hash, root);
}

/** Whether the tree of the second root begins with that of the first (RFC 9162 section 2.1.4.2). */
export async function verifyConsistency(
  digest: MaybeLaterDigest,
  { first, second, firstRoot, secondRoot, proof }: { first: number; second: number; firstRoot: Uint8Array; secondRoot: Uint8Array; proof: readonly Uint8Array[] },
): Promise<boolean> {
  if (first < 0 || first > second) return false;
  if (first === 0) return proof.length === 0 && sameBytes(firstRoot, await digest(new Uint8Array(0)));
  if (first === second) return proof.length === 0 && sameBytes(firstRoot, secondRoot);
  const [start, ...rest] = (first & (first - 1)) === 0 ? [firstRoot, ...proof] : proof;
  if (start === undefined) return false;
  let [fn, sn] = [first - 1, second - 1];
  while ((fn & 1) === 1) [fn, sn] = [fn >> 1, sn >> 1];
  let [old, whole] = [start, start];
  for (const node of rest) {
    if (sn === 0) return false;
    if ((fn & 1) === 1 || fn === sn) {
      [old, whole] = [await digest(nodeInput(node, old)), await digest(nodeInput(node, whole))];
      while ((fn & 1) === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else whole = await digest(nodeInput(whole, node));
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 && sameBytes(old, firstRoot) && sameBytes(whole, secondRoot);
}
