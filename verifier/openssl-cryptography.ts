import { constants, hash, createPublicKey, verify, type KeyObject } from "node:crypto";
import { RSA_BYTES } from "#domain/voting/ballot-box/blind-signature.ts";
import { fromBase64url } from "#domain/voting/ballot-box/bytes.ts";
import type { LeafCryptography } from "#domain/voting/ballot-box/verify/check-leaf.ts";

/** Of RFC 8410: what stands before the 32 bytes of a public key. */
const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** OpenSSL, as node:crypto has it: fast enough for every leaf. */
export function opensslCryptography(styles: readonly { readonly name: string; readonly key: string }[]): LeafCryptography {
  const keys = new Map(styles.map(({ name, key }) => [name, readKey(key)]));
  return {
    digest: (bytes) => hash("sha256", bytes, "buffer"),
    verifyToken(style, message, signature) {
      const key = keys.get(style);
      // RFC 8017 section 8.1.2 step 1. OpenSSL itself takes a signature without its leading noughts.
      return key && signature.length === RSA_BYTES ? verify("sha384", message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature) : false;
    },
    verifySignature(key, message, signature) {
      try {
        return verify(null, message, createPublicKey({ key: Buffer.concat([ED25519_SPKI, key]), format: "der", type: "spki" }), signature);
      } catch {
        return false;
      }
    },
  };
}

/** Null for what is no RSA key; `checkKeys` has told of it already. */
function readKey(key: string): KeyObject | null {
  try {
    const read = createPublicKey({ key: Buffer.from(fromBase64url(key) ?? []), format: "der", type: "spki" });
    return read.asymmetricKeyType === "rsa" && read.asymmetricKeyDetails?.modulusLength === 3072 && read.asymmetricKeyDetails.publicExponent === 65_537n ? read : null;
  } catch {
    return null;
  }
}
