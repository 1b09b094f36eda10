/** A ballot as the voter's side makes it, and as the box takes it in. */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import type { BallotKey } from "./ballot-key.ts";
import { base64url, fromBase64url, hex, joined, utf8, type Bytes } from "./bytes.ts";
import type { Curves } from "./curves.ts";
import { derive } from "./derivation.ts";
import { webPrimitives, type Primitives } from "./primitives.ts";
import type { BallotBody, BallotClass, BallotLeaf } from "./leaves.ts";
import { commitmentInput, sealVote } from "./seal.ts";
import type { Token } from "./token.ts";
import { canonicalVote, type Vote } from "./vote.ts";

/** What the voter's side must know of leaf 0. */
export interface BallotPlace {
  readonly poll: string;
  readonly manifestHash: Uint8Array;
  readonly countKey: Uint8Array;
  readonly paddedBytes: number;
}

/** What an Ed25519 signature of a ballot is over. */
export const ballotSignedBytes = (body: BallotBody): Bytes => joined("folkmoot/ballot/v1", 0, canonicalJson(body));

/** The body of a leaf: everything but its signature. */
export const bodyOf = ({ signature: _, ...body }: BallotLeaf): BallotBody => body;

/** A ballot ready to be sent. The same voting key, version and vote give the same bytes again. */
export interface FilledBallot {
  readonly leaf: BallotLeaf;
  readonly leafHash: Bytes;
  readonly sealed: Bytes;
}

/** Commits to the vote, seals it and signs the ballot. `vote` must be ordered (`orderedVote`). */
export async function fillBallot(
  { place, style, ballotClass, votingKey, token, version, vote }: { place: BallotPlace; style: string; ballotClass: BallotClass; votingKey: BallotKey; token: Token; version: number; vote: Vote },
  curves: Curves,
  primitives: Primitives = webPrimitives,
): Promise<FilledBallot> {
  const { manifestHash, countKey, paddedBytes } = place;
  const bytes = utf8(canonicalVote(vote));
  const [seed, salt] = await Promise.all([
    derive(votingKey, manifestHash, "ed25519-seed", 32, primitives),
    derive(votingKey, manifestHash, `commitment-salt/${version}/${hex(await primitives.sha256(bytes))}`, 32, primitives),
  ]);
  const [key, commitment] = await Promise.all([curves.ed25519Key(seed), primitives.sha256(commitmentInput(salt, bytes))]);
  const secret = await derive(votingKey, manifestHash, `seal/${version}/${hex(commitment)}`, 32, primitives);
  const sealed = await sealVote({ salt, vote: bytes, paddedBytes, countKey, secret }, { manifestHash, key, version, commitment }, curves, primitives);
  const body: BallotBody = {
    type: "ballot",
    poll: place.poll,
    manifest: hex(manifestHash),
    style,
    class: ballotClass,
    key: base64url(key),
    token: { prefix: base64url(token.prefix), signature: base64url(token.signature) },
    version,
    commitment: hex(commitment),
    sealed: hex(await primitives.sha256(sealed)),
  };
  const leaf: BallotLeaf = { ...body, signature: base64url(await curves.ed25519Sign(seed, ballotSignedBytes(body))) };
  return { leaf, leafHash: await primitives.sha256(joined(0, canonicalJson(leaf))), sealed };
}

/** What is sent to the box. */
export const castText = ({ leaf, sealed }: Pick<FilledBallot, "leaf" | "sealed">): string => canonicalJson({ ballot: leaf, sealed: base64url(sealed) });

/** What the box answers: the leaf it promises to log, and its signature for it. */
export interface CastAnswer {
  readonly leaf: string;
  readonly promise: string;
}

/** What a promise signs with the poll's log key. */
export const promiseBytes = (poll: string, leafHash: Uint8Array): Bytes => joined("folkmoot/promise/v1", 0, poll, leafHash);

/** Whether the box's answer promises this very leaf. */
export async function isPromised(answer: CastAnswer, place: Pick<BallotPlace, "poll">, leafHash: Uint8Array, logKey: Uint8Array, curves: Curves): Promise<boolean> {
  const promise = fromBase64url(answer.promise, 64);
  return answer.leaf === hex(leafHash) && promise !== null && curves.ed25519Verify(logKey, promiseBytes(place.poll, leafHash), promise);
}
