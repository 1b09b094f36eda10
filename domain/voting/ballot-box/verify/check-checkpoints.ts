/** The checkpoints of a bundle beside the log as it is read: signed, growing, and each with the root of the leaves before it. */
import { sameBytes } from "../bytes.ts";
import { isSignedByLog, readCheckpoint, type SignedCheckpoint, type VerifyEd25519 } from "../checkpoint.ts";
import { splitCheckpoints } from "../bundle.ts";
import type { Digest } from "../leaves.ts";
import { appended, EMPTY_RANGE, rootOf, type CompactRange } from "../merkle-tree.ts";
import type { FaultBook } from "./faults.ts";

/** Reads checkpoints.txt and checks each signature; those that cannot be read are left out and told. */
export async function readCheckpoints(content: string, log: { origin: string; logKey: Uint8Array }, verify: VerifyEd25519, faults: FaultBook): Promise<readonly SignedCheckpoint[]> {
  const notes = splitCheckpoints(content);
  if (notes === null) faults.add("checkpoint-malformed", "checkpoints.txt");
  const read: SignedCheckpoint[] = [];
  for (const [at, note] of (notes ?? []).entries()) {
    const checkpoint = readCheckpoint(note);
    if (checkpoint === null) {
      faults.add("checkpoint-malformed", `checkpoint ${at + 1}`);
      continue;
    }
    if (!(await isSignedByLog(checkpoint, log, verify))) faults.add("checkpoint-not-signed", `checkpoint ${at + 1}`);
    if (checkpoint.size <= (read.at(-1)?.size ?? 0)) faults.add("checkpoint-order", `checkpoint ${at + 1}`);
    read.push(checkpoint);
  }
  return read;
}

/** Grows with the log and holds it against its checkpoints. */
export class GrowingLog {
  readonly #digest: Digest;
  readonly #bySize = new Map<number, SignedCheckpoint[]>();
  readonly #checkpoints: readonly SignedCheckpoint[];
  readonly #faults: FaultBook;
  #range: CompactRange = EMPTY_RANGE;
  #ballots = 0;
  /** Ballots between two checkpoints, in order; only where there are any. */
  readonly #batches: number[] = [];

  constructor(digest: Digest, checkpoints: readonly SignedCheckpoint[], faults: FaultBook) {
    this.#digest = digest;
    this.#checkpoints = checkpoints;
    this.#faults = faults;
    for (const checkpoint of checkpoints) this.#bySize.set(checkpoint.size, [...(this.#bySize.get(checkpoint.size) ?? []), checkpoint]);
  }

  get size(): number {
    return this.#range.size;
  }

  root(): Uint8Array {
    return rootOf(this.#digest, this.#range);
  }

  add(hash: Uint8Array, isBallot: boolean): void {
    this.#range = appended(this.#digest, this.#range, [hash]);
    if (isBallot) this.#ballots += 1;
    const here = this.#bySize.get(this.#range.size);
    if (!here) return;
    for (const { root, size } of here) if (!sameBytes(root, this.root())) this.#faults.add("root-differs", `checkpoint of ${size} leaves`);
    if (this.#ballots > 0) this.#batches.push(this.#ballots);
    this.#ballots = 0;
  }

  /** Ballots sealed together are so many at least, so that no time of voting can be told from the log; what is left at close may be fewer. */
  finish(batchSize: number): void {
    for (const { size } of this.#checkpoints) if (size > this.size) this.#faults.add("checkpoint-beyond-log", `checkpoint of ${size} leaves`);
    if (this.#checkpoints.at(-1)?.size !== this.size) this.#faults.add("log-not-covered", `${this.size} leaves`);
    for (const ballots of this.#batches.slice(0, this.#ballots > 0 ? undefined : -1)) if (ballots < batchSize) this.#faults.add("batch-too-small", `${ballots} ballots`);
  }
}
