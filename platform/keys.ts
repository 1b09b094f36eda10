import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.ts";

const derived = new Map<string, Buffer>();

/** A key for one purpose, derived from the installation's secret (HKDF-SHA-256). */
function keyFor(purpose: string): Buffer {
  let key = derived.get(purpose);
  if (!key) {
    const secret = env().FOLKMOOT_SECRET;
    if (secret === undefined) throw new Error("FOLKMOOT_SECRET is not set in this program");
    key = Buffer.from(hkdfSync("sha256", secret, "", `folkmoot/${purpose}/v1`, 32));
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

/** Seals bytes at rest with a program's own secret, which no other program is given. The form is that of `seal`. */
export function sealFor(program: SealingProgram, purpose: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOfProgram(program, purpose), nonce);
  const content = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), content]);
}

/** The reverse of `sealFor`. Throws when the bytes were changed or sealed with another secret. */
export function unsealFor(program: SealingProgram, purpose: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", keyOfProgram(program, purpose), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

type SealingProgram = "ISSUER" | "BOX" | "COUNTER";

function keyOfProgram(program: SealingProgram, purpose: string): Buffer {
  const secret = env()[`${program}_SECRET`];
  if (secret === undefined) throw new Error(`${program}_SECRET is not set in this program, which is not to have it`);
  return Buffer.from(hkdfSync("sha256", secret, "", `folkmoot/${purpose}/v1`, 32));
}

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
