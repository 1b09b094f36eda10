/** A proof that a leaf is in the log, to keep and to check without a network: C2SP tlog-proof. */
import { base64, fromBase64, sha256, type Bytes } from "./bytes.ts";
import { isSignedByLog, readCheckpoint, type SignedCheckpoint, type VerifyEd25519 } from "./checkpoint.ts";
import { verifyInclusion, type MaybeLaterDigest } from "./merkle-tree.ts";

export interface LogProof {
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The signed note. */
  readonly checkpoint: string;
}

const HEADER = "c2sp.org/tlog-proof@v1";
/** A tree of 2^63 leaves is the largest there can be. */
const LONGEST_PATH = 63;

export const writeProof = ({ index, path, checkpoint }: LogProof): string => [HEADER, `index ${index}`, ...path.map((hash) => base64(hash)), "", checkpoint].join("\n");

/** Reads a proof; data of others in it (`extra`) is passed over. Null where it is none. */
export function readProof(text: string): LogProof | null {
  const at = text.indexOf("\n\n");
  const [header, ...lines] = text.slice(0, Math.max(at, 0)).split("\n");
  if (lines[0]?.startsWith("extra ")) lines.shift();
  const [, index] = /^index (0|[1-9]\d{0,9})$/.exec(lines.shift() ?? "") ?? [];
  const path = lines.map((line) => fromBase64(line, 32)).filter((hash): hash is Bytes => hash !== null);
  return header !== HEADER || index === undefined || path.length !== lines.length || path.length > LONGEST_PATH ? null : { index: Number(index), path, checkpoint: text.slice(at + 2) };
}

export type ProofFault = "not-a-proof" | "not-signed-by-the-log" | "not-in-the-log";

/** Whether the proof shows this leaf in this log; then where, and in how large a log. */
export async function checkProof(
  text: string,
  leafHash: Uint8Array,
  log: { readonly origin: string; readonly logKey: Uint8Array },
  verify: VerifyEd25519,
  digest: MaybeLaterDigest = (bytes) => sha256(bytes),
): Promise<{ readonly index: number; readonly checkpoint: SignedCheckpoint } | ProofFault> {
  const proof = readProof(text);
  const checkpoint = proof && readCheckpoint(proof.checkpoint);
  if (!proof || !checkpoint) return "not-a-proof";
  if (!(await isSignedByLog(checkpoint, log, verify))) return "not-signed-by-the-log";
  const { index, path } = proof;
  return (await verifyInclusion(digest, { leafHash, index, size: checkpoint.size, proof: path, root: checkpoint.root })) ? { index, checkpoint } : "not-in-the-log";
}
