import type { BallotKey } from "./ballot-key.ts";
import { joined, utf8, type Bytes } from "./bytes.ts";

/**
 * All a voter's secrets follow from the voting key and the hash of leaf 0, so that a reload, another device or a request sent twice
 * makes the same bytes again, and the same letters used in two polls have nothing in common. What hides a vote is derived from the vote
 * too: two votes sent under one version, of which the box may have seen both, share neither salt nor key.
 */
type Purpose = "ed25519-seed" | "blinding" | "pss-salt" | "prefix" | `commitment-salt/${number}/${string}` | `seal/${number}/${string}`;

/** HKDF-SHA-256 (RFC 5869) over the 27 letters of the voting key that are secret. */
export const derive = (key: BallotKey, manifestHash: Uint8Array, purpose: Purpose, length: number): Promise<Bytes> =>
  hkdf(utf8(key.slice(0, 27)), manifestHash, utf8(`folkmoot/voting-key/v1/${purpose}`), length);

export async function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Promise<Bytes> {
  const imported = await crypto.subtle.importKey("raw", joined(secret), "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: joined(salt), info: joined(info) }, imported, length * 8));
}
