/** What can be said of a leaf alone, without the rest of the log: its form, its hash, and for a ballot its token and signature. */
import { fromBase64url, hex, utf8 } from "../bytes.ts";
import { ballotSignedBytes, bodyOf } from "../cast-ballot.ts";
import { isUsableKey } from "../curves.ts";
import { leafHash, readLeaf, type BallotLeaf, type Digest, type Leaf } from "../leaves.ts";
import { preparedTokenMessage } from "../token.ts";
import type { BundleFault } from "./faults.ts";

/** The cryptography of the machine: node:crypto, WebCrypto or a library. */
export interface LeafCryptography {
  readonly digest: Digest;
  verifyToken(style: string, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>;
  verifySignature(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>;
}

/** What a ballot must agree with. */
export interface LeafContext {
  readonly poll: string;
  readonly manifestHash: Uint8Array;
  readonly styles: readonly string[];
}

/** Of a ballot what the rest of the verification needs. */
export type BallotFacts = Pick<BallotLeaf, "type" | "key" | "style" | "class" | "version" | "commitment">;
export type LeafFacts = BallotFacts | Exclude<Leaf, BallotLeaf>;

export interface CheckedLeaf {
  readonly hash: Uint8Array;
  readonly faults: readonly BundleFault[];
  /** Null where the line is no leaf. */
  readonly leaf: LeafFacts | null;
}

export async function checkLeaf(line: string, context: LeafContext, cryptography: LeafCryptography): Promise<CheckedLeaf> {
  const hash = leafHash(cryptography.digest, utf8(line));
  const read = readLeaf(line);
  if ("fault" in read) return { hash, faults: [read.fault === "not-canonical" ? "leaf-not-canonical" : "leaf-unknown"], leaf: null };
  const { leaf } = read;
  const faults: BundleFault[] = leaf.poll === context.poll ? [] : ["leaf-of-another-poll"];
  if (leaf.type !== "ballot") return { hash, faults, leaf };
  faults.push(...(await faultsOfBallot(leaf, context, cryptography)));
  const { type, key, style, class: ballotClass, version, commitment } = leaf;
  return { hash, faults, leaf: { type, key, style, class: ballotClass, version, commitment } };
}

async function faultsOfBallot(leaf: BallotLeaf, { manifestHash, styles }: LeafContext, cryptography: LeafCryptography): Promise<BundleFault[]> {
  const faults: BundleFault[] = [];
  const key = fromBase64url(leaf.key, 32);
  const signature = fromBase64url(leaf.signature, 64);
  const prefix = fromBase64url(leaf.token.prefix, 32);
  const token = fromBase64url(leaf.token.signature, 384);
  if (leaf.manifest !== hex(manifestHash)) faults.push("ballot-for-other-rules");
  if (key === null || !isUsableKey(key)) return [...faults, "key-unusable"];
  if (!styles.includes(leaf.style)) faults.push("style-unknown");
  else if (prefix === null || token === null || !(await cryptography.verifyToken(leaf.style, preparedTokenMessage(prefix, manifestHash, leaf.style, key), token))) faults.push("token-invalid");
  if (signature === null || !(await cryptography.verifySignature(key, ballotSignedBytes(bodyOf(leaf)), signature))) faults.push("signature-invalid");
  return faults;
}
