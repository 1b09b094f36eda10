import { fromBase64url, type Bytes } from "./bytes.ts";
import { isBallotLeaf, type BallotLeaf } from "./leaves.ts";

/**
 * What came to the box as a ballot; null where it is none. Whether the token, the key and the signature are good, and the sealed bytes
 * those the leaf names, is for the box to see.
 */
export function readCast(value: unknown): { readonly leaf: BallotLeaf; readonly sealed: Bytes } | null {
  if (typeof value !== "object" || value === null || !("ballot" in value) || !("sealed" in value)) return null;
  const { ballot, sealed } = value;
  if (!isBallotLeaf(ballot) || typeof sealed !== "string") return null;
  const bytes = fromBase64url(sealed);
  return bytes && { leaf: ballot, sealed: bytes };
}
