import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.ts";

const derived = new Map<string, Buffer>();

/** A key for one purpose, derived from the installation's secret (HKDF-SHA-256). */
function keyFor(purpose: string): Buffer {
  let key = derived.get(purpose);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", env().FOLKMOOT_SECRET, "", `folkmoot/${purpose}/v1`, 32));
    derived.set(purpose, key);
  }
  return key;
}

export const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A hash nobody without the installation's key can try values against. 32 bytes. */
export const keyedHash = (purpose: string, ...parts: string[]): Buffer =>
  createHmac("sha256", keyFor(purpose)).update(JSON.stringify(parts)).digest();

/** Seals text at rest: AES-256-GCM, 12 bytes nonce, 16 bytes tag, then the content. */
export function seal(purpose: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), content]);
}

/** The reverse of `seal`. Throws when the bytes were changed or sealed with another key. */
export function unseal(purpose: string, sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
