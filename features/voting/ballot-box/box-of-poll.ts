import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { readRsaKey } from "#domain/voting/ballot-box/blind-signature.ts";
import type { RsaPublicKey } from "#domain/voting/ballot-box/primitives.ts";
import { readManifest, type Manifest } from "#domain/voting/ballot-box/manifest.ts";
import { sealFor, unsealFor } from "#platform/keys.ts";
import { ShortMemory } from "#platform/short-memory.ts";

const PURPOSE = "log-key";

/** What the box must have at hand to take ballots of one poll. It never changes once the poll is ready. */
export interface BoxOfPoll {
  readonly pollId: string;
  /** Bytes of leaf 0, and their SHA-256. */
  readonly leaf: Buffer;
  readonly hash: Buffer;
  readonly manifest: Manifest;
  readonly styles: ReadonlyMap<string, { readonly key: KeyObject; readonly rsa: RsaPublicKey }>;
  readonly countKey: Buffer;
  readonly logKey: { readonly publicKey: Buffer; readonly privateKey: KeyObject };
}

/** The public half of the key that signs a poll's promises and checkpoints, made the first time it is asked for. 32 bytes. */
export async function makeLogKey(pollId: string): Promise<Buffer> {
  const sql = rawClient();
  const find = async () => (await sql<{ key: Buffer }[]>`select public_key as key from box.log_keys where poll_id = ${pollId}`)[0]?.key;
  const kept = await find();
  if (kept) return kept;
  const { privateKey, publicKey } = generateKeyPairSync("ed25519", { privateKeyEncoding: { type: "pkcs8", format: "der" }, publicKeyEncoding: { type: "spki", format: "der" } });
  // The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the key (RFC 8410).
  await sql`insert into box.log_keys (poll_id, public_key, sealed_key) values (${pollId}, ${publicKey.subarray(-32)}, ${sealFor("BOX", PURPOSE, privateKey)}) on conflict do nothing`;
  return defined(await find(), "log key");
}

class NoBox extends Error {}

const boxes = new ShortMemory<BoxOfPoll>({ seconds: 3_600, most: 200 });

/** The box of a poll that was made ready, read once by each process; null for any other. */
export async function boxOfPoll(pollId: string): Promise<BoxOfPoll | null> {
  try {
    return await boxes.get(pollId, () => readBox(pollId));
  } catch (fault) {
    if (fault instanceof NoBox) return null;
    throw fault;
  }
}

async function readBox(pollId: string): Promise<BoxOfPoll> {
  const [row] = await rawClient()<{ leaf: Buffer; hash: Buffer; publicKey: Buffer; sealed: Buffer }[]>`
    select m.leaf, m.hash, k.public_key as "publicKey", k.sealed_key as sealed
    from poll_manifests m join box.log_keys k on k.poll_id = m.poll_id where m.poll_id = ${pollId}`;
  if (!row) throw new NoBox();
  const manifest = readManifest(row.leaf.toString("utf8"));
  if (manifest?.poll !== pollId || manifest.logKey !== row.publicKey.toString("base64url")) throw new Error(`Leaf 0 of poll ${pollId} does not belong to it`);
  const styles = await Promise.all(
    manifest.styles.map(async ({ name, key }) => {
      const spki = Buffer.from(key, "base64url");
      return [name, { key: createPublicKey({ key: spki, format: "der", type: "spki" }), rsa: defined(await readRsaKey(spki), "RSA key of a style") }] as const;
    }),
  );
  return {
    pollId,
    leaf: row.leaf,
    hash: row.hash,
    manifest,
    styles: new Map(styles),
    countKey: Buffer.from(manifest.countKey.key, "base64url"),
    logKey: { publicKey: row.publicKey, privateKey: createPrivateKey({ key: unsealFor("BOX", PURPOSE, row.sealed), format: "der", type: "pkcs8" }) },
  };
}
