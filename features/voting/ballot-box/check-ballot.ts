import { constants, createPublicKey, verify } from "node:crypto";
import { preparedTokenMessage } from "#domain/voting/ballot-box/token.ts";
import { ballotSignedBytes, bodyOf } from "#domain/voting/ballot-box/cast-ballot.ts";
import { isUsableKey } from "#domain/voting/ballot-box/curves.ts";
import { leafBytes, leafHash, type BallotLeaf } from "#domain/voting/ballot-box/leaves.ts";
import { sealedBytes } from "#domain/voting/ballot-box/seal.ts";
import { MOST_VERSIONS } from "#domain/voting/poll.ts";
import { sha256 } from "#platform/keys.ts";
import { withoutTraces } from "#platform/without-traces.ts";
import type { BoxOfPoll } from "./box-of-poll.ts";

/** Why a ballot is not taken whoever sent it and whenever. */
export type BallotFault = "other-manifest" | "unknown-style" | "bad-key" | "bad-token" | "bad-signature" | "other-sealed" | "too-many-changes";

/** A ballot that may be kept: what will stand in the log, and the sealed vote it names. */
export interface CheckedBallot {
  readonly key: Buffer;
  readonly version: number;
  readonly leaf: Uint8Array;
  readonly leafHash: Uint8Array;
  readonly content: Uint8Array;
}

/** Before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const ED25519 = Buffer.from("302a300506032b6570032100", "hex");

/** Checks everything of a ballot that does not need the database. The order goes from what is cheap to what is dear. */
export function checkBallot(box: BoxOfPoll, leaf: BallotLeaf, content: Uint8Array): CheckedBallot | BallotFault {
  const style = box.styles.get(leaf.style);
  if (leaf.manifest !== box.hash.toString("hex")) return "other-manifest";
  if (!style) return "unknown-style";
  if (leaf.version > MOST_VERSIONS) return "too-many-changes";
  if (content.length !== sealedBytes(box.manifest.paddedBytes) || sha256(content).toString("hex") !== leaf.sealed) return "other-sealed";
  const key = Buffer.from(leaf.key, "base64url");
  if (!isUsableKey(key)) return "bad-key";
  const message = preparedTokenMessage(Buffer.from(leaf.token.prefix, "base64url"), box.hash, leaf.style, key);
  const token = { key: style.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  if (!withoutTraces(() => verify("sha384", message, token, Buffer.from(leaf.token.signature, "base64url")))) return "bad-token";
  if (!isSignedBy(key, ballotSignedBytes(bodyOf(leaf)), Buffer.from(leaf.signature, "base64url"))) return "bad-signature";
  const bytes = leafBytes(leaf);
  return { key, version: leaf.version, leaf: bytes, leafHash: leafHash(sha256, bytes), content };
}

function isSignedBy(key: Buffer, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return withoutTraces(() => verify(null, message, createPublicKey({ key: Buffer.concat([ED25519, key]), format: "der", type: "spki" }), signature));
  } catch {
    return false;
  }
}
