/** The sealed vote: nobody reads it before close, and its length says nothing. */
import { joined, sameBytes, type Bytes } from "./bytes.ts";
import type { Curves } from "./curves.ts";
import { webPrimitives, type Primitives } from "./primitives.ts";

const SALT = 32;
const TAG = 16;

/** The bytes whose SHA-256 binds a ballot to its vote before anybody can read it. */
export const commitmentInput = (salt: Uint8Array, vote: Uint8Array): Bytes => joined("folkmoot/commit/v1", salt, vote);

/** Which ballot a sealed vote belongs to: it opens as no other. */
export interface SealedFor {
  readonly manifestHash: Uint8Array;
  /** The voter's Ed25519 key. */
  readonly key: Uint8Array;
  readonly version: number;
  readonly commitment: Uint8Array;
}

/** Bytes of a sealed vote whose plain text is padded to so many. */
export const sealedBytes = (paddedBytes: number): number => 32 + paddedBytes + TAG;

/**
 * Seals salt and vote to the count key: ephemeral X25519 key, then AES-256-GCM of salt, length and vote padded with noughts.
 * The key serves for one message, so the nonce is nought. Throws RangeError where the vote is too long.
 */
export async function sealVote(
  { salt, vote, paddedBytes, countKey, secret }: { salt: Uint8Array; vote: Uint8Array; paddedBytes: number; countKey: Uint8Array; secret: Uint8Array },
  ballot: SealedFor,
  curves: Curves,
  primitives: Primitives = webPrimitives,
): Promise<Bytes> {
  if (SALT + 2 + vote.length > paddedBytes) throw new RangeError("The vote is longer than leaf 0 allows");
  const plain = new Uint8Array(paddedBytes);
  plain.set(joined(salt, vote.length >> 8, vote.length & 255, vote));
  const ephemeral = await curves.x25519Key(secret);
  const key = await sealingKey(await curves.x25519Shared(secret, countKey), ephemeral, countKey, ballot, primitives);
  return joined(ephemeral, await primitives.encryptOnce(key, ballot.commitment, plain));
}

/** Salt and vote out of a sealed vote, or why not: it does not open, is not padded as it must be, or is not what was committed to. */
export async function openSealed(
  sealed: Uint8Array,
  { countSecret, countKey, paddedBytes }: { countSecret: Uint8Array; countKey: Uint8Array; paddedBytes: number },
  ballot: SealedFor,
  curves: Curves,
  primitives: Primitives = webPrimitives,
): Promise<{ readonly salt: Bytes; readonly vote: Bytes } | "does-not-open" | "commitment-differs"> {
  if (sealed.length !== sealedBytes(paddedBytes)) return "does-not-open";
  const ephemeral = sealed.subarray(0, 32);
  let plain: Bytes;
  try {
    const key = await sealingKey(await curves.x25519Shared(countSecret, ephemeral), ephemeral, countKey, ballot, primitives);
    const imported = await crypto.subtle.importKey("raw", joined(key), "AES-GCM", false, ["decrypt"]);
    plain = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: new Uint8Array(12), additionalData: joined(ballot.commitment) }, imported, joined(sealed.subarray(32))));
  } catch {
    return "does-not-open";
  }
  const length = (plain[SALT] ?? 0) * 256 + (plain[SALT + 1] ?? 0);
  const end = SALT + 2 + length;
  if (end > plain.length || plain.subarray(end).some((byte) => byte !== 0)) return "does-not-open";
  const [salt, vote] = [plain.slice(0, SALT), plain.slice(SALT + 2, end)];
  return sameBytes(await primitives.sha256(commitmentInput(salt, vote)), ballot.commitment) ? { salt, vote } : "commitment-differs";
}

const sealingKey = (shared: Uint8Array, ephemeral: Uint8Array, countKey: Uint8Array, { manifestHash, key, version }: SealedFor, primitives: Primitives): Bytes | Promise<Bytes> =>
  primitives.hkdf(shared, joined(ephemeral, countKey), joined("folkmoot/seal/v1", manifestHash, key, version), 32);
