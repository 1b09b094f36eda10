import type { BallotKey } from "./ballot-key.ts";
import { utf8, type Bytes } from "./bytes.ts";
import { webPrimitives, type Primitives } from "./primitives.ts";

/**
 * All a voter's secrets follow from the voting key and the hash of leaf 0, so that a reload, another device or a request sent twice
 * makes the same bytes again, and the same letters used in two polls have nothing in common. What hides a vote is derived from the vote
 * too: two votes sent under one version, of which the box may have seen both, share neither salt nor key.
 */
type Purpose = "ed25519-seed" | "blinding" | "pss-salt" | "prefix" | `commitment-salt/${number}/${string}` | `seal/${number}/${string}`;

/** HKDF-SHA-256 (RFC 5869) over the 27 letters of the voting key that are secret. */
export const derive = async (key: BallotKey, manifestHash: Uint8Array, purpose: Purpose, length: number, primitives: Primitives = webPrimitives): Promise<Bytes> =>
  primitives.hkdf(utf8(key.slice(0, 27)), manifestHash, utf8(`folkmoot/voting-key/v1/${purpose}`), length);
