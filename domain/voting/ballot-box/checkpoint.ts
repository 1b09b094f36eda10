/**
 * How large the log is and what its root is, signed: a C2SP tlog-checkpoint, which is a C2SP signed-note.
 * Whatever watches transparency logs can read it.
 */
import { base64, fromBase64, joined, sameBytes, sha256, utf8, type Bytes } from "./bytes.ts";

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint as it was read, with who signed it; nothing is checked yet. */
export interface SignedCheckpoint extends Checkpoint {
  /** What the signatures are over. */
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly keyId: Bytes; readonly signature: Bytes }[];
}

/** Signed-note's number for Ed25519. */
const ED25519 = 1;

/** The text that is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`;

/** Four bytes that say which key signed a note. */
const keyId = async (name: string, key: Uint8Array): Promise<Bytes> => (await sha256(name, "\n", ED25519, key)).slice(0, 4);

/** The log's key as programs that watch logs take it: name, key id and key. */
export const verifierKey = async (origin: string, logKey: Uint8Array): Promise<string> =>
  `${origin}+${Array.from(await keyId(origin, logKey), (byte) => byte.toString(16).padStart(2, "0")).join("")}+${base64(joined(ED25519, logKey))}`;

/** The signed note. `sign` is Ed25519 with the log's key. */
export async function signCheckpoint(checkpoint: Checkpoint, logKey: Uint8Array, sign: (message: Bytes) => Uint8Array | Promise<Uint8Array>): Promise<string> {
  const text = checkpointText(checkpoint);
  const signature = joined(await keyId(checkpoint.origin, logKey), await sign(utf8(text)));
  return `${text}\n— ${checkpoint.origin} ${base64(signature)}\n`;
}

/** Reads a signed note that is a checkpoint; null where it is none. */
export function readCheckpoint(note: string): SignedCheckpoint | null {
  const [text = "", signed = "", more] = note.split("\n\n");
  const [origin = "", size = "", rootText = "", end] = text.split("\n");
  const root = fromBase64(rootText, 32);
  const lines = signed.split("\n");
  const signatures = lines.slice(0, -1).map(readSignature);
  if (more !== undefined || end !== undefined || root === null || !/^(0|[1-9]\d{0,9})$/.test(size) || origin === "") return null;
  if (lines.at(-1) !== "" || signatures.length === 0 || !signatures.every((one) => one !== null)) return null;
  return { origin, size: Number(size), root, text: `${text}\n`, signatures };
}

function readSignature(line: string): SignedCheckpoint["signatures"][number] | null {
  const [, name = "", encoded = ""] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  return bytes === null || bytes.length < 5 ? null : { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** Ed25519 as the caller has it. */
export type VerifyEd25519 = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

/** Whether the log itself signed the checkpoint. Signatures of others, such as witnesses, are passed over, as the format asks. */
export async function isSignedByLog(checkpoint: SignedCheckpoint, log: { readonly origin: string; readonly logKey: Uint8Array }, verify: VerifyEd25519): Promise<boolean> {
  const id = await keyId(log.origin, log.logKey);
  const own = checkpoint.signatures.find(({ name, keyId: given }) => name === log.origin && sameBytes(given, id));
  return checkpoint.origin === log.origin && own !== undefined && own.signature.length === 64 && verify(log.logKey, utf8(checkpoint.text), own.signature);
}
