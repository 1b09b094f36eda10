/**
 * The token: the issuer's blind signature under the voter's ballot key. It says that whoever holds the key may vote, and not who that is.
 * Nothing is drawn here: key, prefix, salt and blinding follow from the voting key.
 */
import type { BallotKey } from "./ballot-key.ts";
import { blind, BLINDING, blindingOf, finish, PREFIX, PSS_SALT, type Blinding } from "./blind-signature.ts";
import { joined, utf8, type Bytes } from "./bytes.ts";
import type { Curves } from "./curves.ts";
import { derive } from "./derivation.ts";
import { webPrimitives, type Primitives, type RsaPublicKey } from "./primitives.ts";

export interface Token {
  readonly prefix: Bytes;
  readonly signature: Bytes;
}

/** What the issuer signs blindly, before the prefix is put in front: leaf 0, ballot style and key. */
export const tokenMessage = (manifestHash: Uint8Array, style: string, key: Uint8Array): Bytes => {
  const name = utf8(style);
  return joined("folkmoot/token/v1", 0, manifestHash, name.length, name, key);
};

/** What RFC 9474 calls the prepared message: what a token is checked against. */
export const preparedTokenMessage = (prefix: Uint8Array, manifestHash: Uint8Array, style: string, key: Uint8Array): Bytes =>
  joined(prefix, tokenMessage(manifestHash, style, key));

/** What it takes to finish a token; it follows from the voting key, and needs to be kept by nobody. */
export interface TokenDraft extends Blinding {
  readonly issuer: RsaPublicKey;
  readonly prefix: Bytes;
  /** The voter's Ed25519 key. */
  readonly key: Bytes;
}

/** A draft, and what the issuer is sent of it. */
export interface TokenRequest extends TokenDraft {
  readonly blinded: Bytes;
}

/** All that a token comes from but the issuer's signature. The same voting key gives the same draft. */
export async function draftToken(votingKey: BallotKey, manifestHash: Uint8Array, style: string, issuer: RsaPublicKey, curves: Curves, primitives: Primitives = webPrimitives): Promise<TokenDraft> {
  const [seed, prefix, salt, blinding] = await Promise.all([
    derive(votingKey, manifestHash, "ed25519-seed", 32, primitives),
    derive(votingKey, manifestHash, "prefix", PREFIX, primitives),
    derive(votingKey, manifestHash, "pss-salt", PSS_SALT, primitives),
    derive(votingKey, manifestHash, "blinding", BLINDING, primitives),
  ]);
  const key = await curves.ed25519Key(seed);
  return { ...(await blindingOf(issuer, preparedTokenMessage(prefix, manifestHash, style, key), salt, blinding, primitives)), issuer, prefix, key };
}

/** Blinds the voter's key. The same voting key gives the same request, so that it can be sent again. */
export async function requestToken(votingKey: BallotKey, manifestHash: Uint8Array, style: string, issuer: RsaPublicKey, curves: Curves, primitives: Primitives = webPrimitives): Promise<TokenRequest> {
  const draft = await draftToken(votingKey, manifestHash, style, issuer, curves, primitives);
  return { ...draft, blinded: blind(issuer, draft, primitives) };
}

/** The token out of the issuer's answer; null where the answer was not signed with the key of leaf 0. */
export function finishToken(draft: TokenDraft, blindSignature: Uint8Array, primitives: Primitives = webPrimitives): Token | null {
  const signature = finish(draft.issuer, draft, blindSignature, primitives);
  return signature && { prefix: draft.prefix, signature };
}
