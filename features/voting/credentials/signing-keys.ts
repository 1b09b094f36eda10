import { createPrivateKey, createPublicKey, generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { rawClient } from "#db/client.ts";
import { sealFor, unsealFor } from "#platform/keys.ts";
import { ShortMemory } from "#platform/short-memory.ts";
import type { SigningKey } from "./sign-blinded.ts";

const PURPOSE = "signing-key";
const BITS = 3072;

/** A new key pair: SubjectPublicKeyInfo and PKCS #8, DER. */
export interface NewSigningKey {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

export async function newSigningKey(): Promise<NewSigningKey> {
  const made = await promisify(generateKeyPair)("rsa", {
    modulusLength: BITS,
    publicExponent: 65_537,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return { publicKey: made.publicKey, privateKey: made.privateKey };
}

/**
 * The public key of a ballot style, made the first time it is asked for. Two who ask at once get the same one.
 * The private half stands in the issuer's own schema, sealed with its own secret.
 */
export async function makeSigningKey(pollId: string, style: string, draw: () => Promise<NewSigningKey> = newSigningKey): Promise<Buffer> {
  const sql = rawClient();
  const find = async () => (await sql<{ key: Buffer }[]>`select public_key as key from issuer.signing_keys where poll_id = ${pollId} and style = ${style}`)[0]?.key;
  const kept = await find();
  if (kept) return kept;
  const { publicKey, privateKey } = await draw();
  await sql`
    insert into issuer.signing_keys (poll_id, style, public_key, sealed_key)
    values (${pollId}, ${style}, ${publicKey}, ${sealFor("ISSUER", PURPOSE, privateKey)}) on conflict do nothing`;
  const made = await find();
  if (!made) throw new Error("The signing key was not kept");
  return made;
}

export class UnknownStyle extends Error {}

// Keys never change; what limits their stay is only that old votes should not fill the process.
const keys = new ShortMemory<SigningKey>({ seconds: 3_600, most: 200 });

/** The key of a ballot style. Throws UnknownStyle where there is none. */
export function getSigningKey(pollId: string, style: string): Promise<SigningKey> {
  return keys.get(`${pollId}/${style}`, async () => {
    const [row] = await rawClient()<{ publicKey: Buffer; sealed: Buffer }[]>`
      select public_key as "publicKey", sealed_key as sealed from issuer.signing_keys where poll_id = ${pollId} and style = ${style}`;
    if (!row) throw new UnknownStyle();
    const publicKey = createPublicKey({ key: row.publicKey, format: "der", type: "spki" });
    return {
      publicKey,
      modulus: Buffer.from(publicKey.export({ format: "jwk" }).n ?? "", "base64url"),
      privateKey: createPrivateKey({ key: unsealFor("ISSUER", PURPOSE, row.sealed), format: "der", type: "pkcs8" }),
    };
  });
}
