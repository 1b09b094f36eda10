import { sha256 } from "@noble/hashes/sha2.js";
import { readRsaKey, verifyToken } from "#domain/voting/ballot-box/blind-signature.ts";
import type { RsaPublicKey } from "#domain/voting/ballot-box/primitives.ts";
import { fromBase64url } from "#domain/voting/ballot-box/bytes.ts";
import { nobleCurves } from "#domain/voting/ballot-box/noble-curves.ts";
import type { LeafCryptography } from "#domain/voting/ballot-box/verify/check-leaf.ts";

/** The same by other hands: signatures and hashes of @noble, tokens in BigInt. It shares no arithmetic with OpenSSL. */
export function secondCryptography(styles: readonly { readonly name: string; readonly key: string }[]): LeafCryptography {
  const keys = new Map<string, Promise<RsaPublicKey | null>>(styles.map(({ name, key }) => [name, readRsaKey(fromBase64url(key) ?? new Uint8Array(0))]));
  return {
    digest: (bytes) => sha256(bytes),
    async verifyToken(style, message, signature) {
      const key = (await keys.get(style)) ?? null;
      return key !== null && verifyToken(key, message, signature);
    },
    verifySignature: (key, message, signature) => nobleCurves.ed25519Verify(key, message, signature),
  };
}
