/** Shares of a count key that three people hold by a code each: two codes open it, one opens nothing. */
import type { BallotKey } from "./ballot-key.ts";
import { joined, sha256, utf8, type Bytes } from "./bytes.ts";
import type { Curves } from "./curves.ts";
import { webPrimitives } from "./primitives.ts";
import { commitmentInput, openSealed, sealVote } from "./seal.ts";

/** Who holds the codes, in this order, and how many of them are enough. */
export const KEY_HOLDERS = ["returning-officer", "deputy", "independent"] as const;
export type KeyHolderRole = (typeof KEY_HOLDERS)[number];
export const ENOUGH_HOLDERS = 2;

/** A share has 33 bytes; all are sealed to the same length. */
const PADDED_BYTES = 128;
const COMMITMENT = 32;

/** What belongs to whom: a share opens for no other poll, key or holder. */
export interface ShareFor {
  readonly pollId: string;
  /** The public half of the count key. */
  readonly countKey: Uint8Array;
  /** Number of the holder, from 1. */
  readonly holder: number;
}

/** A holder's X25519 secret follows from their code, for one circle of holders: 125 bits, so no slow hash is needed. */
export const holderSecret = async (code: BallotKey, circleId: string): Promise<Bytes> => webPrimitives.hkdf(utf8(code.slice(0, 27)), utf8(circleId), utf8("folkmoot/key-holder/v1"), 32);

/** Seals a share to the public half of its holder's code. `salt` and `secret` are 32 random bytes each. */
export async function sealShare(
  share: Uint8Array,
  { holderKey, salt, secret }: { readonly holderKey: Uint8Array; readonly salt: Uint8Array; readonly secret: Uint8Array },
  what: ShareFor,
  curves: Curves,
): Promise<Bytes> {
  const commitment = await webPrimitives.sha256(commitmentInput(salt, share));
  const sealed = await sealVote({ salt, vote: share, paddedBytes: PADDED_BYTES, countKey: holderKey, secret }, await sealedFor(what, commitment), curves);
  return joined(commitment, sealed);
}

/** The share, or null where this secret does not open it. */
export async function openShare(sealed: Uint8Array, secret: Uint8Array, what: ShareFor, curves: Curves): Promise<Bytes | null> {
  const ballot = await sealedFor(what, sealed.subarray(0, COMMITMENT));
  const holderKey = await curves.x25519Key(secret);
  const opened = await openSealed(sealed.subarray(COMMITMENT), { countSecret: secret, countKey: holderKey, paddedBytes: PADDED_BYTES }, ballot, curves);
  return typeof opened === "string" ? null : opened.vote;
}

const sealedFor = async ({ pollId, countKey, holder }: ShareFor, commitment: Uint8Array) => ({
  manifestHash: await sha256("folkmoot/key-share/v1", utf8(pollId)),
  key: countKey,
  version: holder,
  commitment,
});
