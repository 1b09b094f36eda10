import { argon2, timingSafeEqual } from "node:crypto";
import { keyedHash } from "./keys.ts";

/**
 * Argon2id (RFC 9106) with the least that OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two passes, one lane.
 * The secret input is derived from the installation's key, so that a dump of the database alone cannot be tried against.
 */
export const SLOW_HASH = { name: "argon2id", memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** The slow hash of a secret, 32 bytes; `salt` is 16 random bytes. About 45 ms of one core, away from the main thread. */
export function slowHash(purpose: string, secret: string, salt: Uint8Array): Promise<Buffer> {
  const { memory, passes, parallelism, tagLength } = SLOW_HASH;
  return new Promise((resolve, reject) => {
    argon2("argon2id", { message: secret, nonce: salt, secret: keyedHash("slow-hash", purpose), memory, passes, parallelism, tagLength }, (fault, hash) => {
      if (fault) reject(fault);
      else resolve(hash);
    });
  });
}

/** Whether `secret` is what was hashed, in a time that does not tell how much of it is right. */
export async function slowHashMatches(purpose: string, secret: string, { salt, hash }: { readonly salt: Uint8Array; readonly hash: Uint8Array }): Promise<boolean> {
  const found = await slowHash(purpose, secret, salt);
  return found.length === hash.length && timingSafeEqual(found, hash);
}
