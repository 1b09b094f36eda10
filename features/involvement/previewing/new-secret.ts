import { randomToken } from "#platform/random.ts";
import { sha256 } from "#platform/keys.ts";

/** A secret of 192 bits for an address, and the hash by which it is found again. */
export function newSecret(): { readonly secret: string; readonly hash: Buffer } {
  const secret = randomToken(24);
  return { secret, hash: hashOf(secret) };
}

/** What is kept of a secret: nothing can be opened with it. */
export const hashOf = (secret: string): Buffer => sha256("folkmoot/preview/v1", secret);
