/** One act as it stands in the trail, with what is needed to check its place in the chain. */
export interface ChainedAct {
  readonly position: number;
  /** The act as canonical text: the very bytes that were hashed after the hash before. */
  readonly canonical: string;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

export type ChainFault =
  /** An act is missing before this position. */
  | "gap"
  /** The act does not follow the one before it. */
  | "broken-link"
  /** The act is not what was hashed. */
  | "changed";

export interface ChainCheck {
  /** Acts looked at so far. */
  readonly checked: number;
  readonly lastPosition: number;
  readonly lastHash: Uint8Array;
  readonly fault: { readonly position: number; readonly kind: ChainFault } | null;
}

export type Sha256 = (...parts: readonly (string | Uint8Array)[]) => Uint8Array;

/** A chain of which nothing has been looked at: the first act follows the hash of nothing. */
export const unchecked = (sha256: Sha256): ChainCheck => ({ checked: 0, lastPosition: 0, lastHash: sha256(""), fault: null });

/**
 * Goes on with checking a chain: positions without a gap, each act following the one before it, and each hash that of the
 * hash before it and the act. Stops at the first fault. Acts may come a few at a time, in order.
 */
export function checkChain(before: ChainCheck, acts: Iterable<ChainedAct>, sha256: Sha256): ChainCheck {
  let check = before;
  for (const { position, canonical, previousHash, hash } of acts) {
    if (check.fault) return check;
    const kind = faultOf();
    check = { checked: check.checked + 1, lastPosition: position, lastHash: hash, fault: kind === null ? null : { position, kind } };

    function faultOf(): ChainFault | null {
      if (position !== check.lastPosition + 1) return "gap";
      if (!same(previousHash, check.lastHash)) return "broken-link";
      return same(hash, sha256(previousHash, canonical)) ? null : "changed";
    }
  }
  return check;
}

const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);
