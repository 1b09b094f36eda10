/**
 * RFC 9474, RSABSSA-SHA384-PSS-Randomized: the voter's half. The issuer raises what it is given to its private exponent and learns
 * nothing of the message. The numbers that RFC 9474 draws are given by the caller.
 * BigInt is not constant in time: whoever can time the voter's own device has the device.
 */
import { fromBase64url, joined, toBytes, toNumber, type Bytes } from "./bytes.ts";
import { webPrimitives, type Primitives, type RsaPublicKey } from "./primitives.ts";
import { inverseOf } from "./inverse.ts";

/** Length of the salt in a signature and of the hash, in bytes. */
const HASH = 48;
export const PSS_SALT = 48;
export const PREFIX = 32;
/** Bits of the modulus: one size, so that no key can be told from another by it. */
export const RSA_BYTES = 384;
/** Bytes from which the blinding factor is made: so many more than the modulus has that each factor is as likely as any other. */
export const BLINDING = RSA_BYTES + 16;

/** The public key out of SubjectPublicKeyInfo; null unless it is RSA with 3072 bits and the exponent 65537. */
export async function readRsaKey(spki: Uint8Array): Promise<RsaPublicKey | null> {
  const key = await crypto.subtle.importKey("spki", joined(spki), { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]).catch(() => null);
  if (key === null) return null;
  const { n = "", e } = await crypto.subtle.exportKey("jwk", key);
  const modulus = fromBase64url(n, RSA_BYTES);
  return e === "AQAB" && modulus !== null && (modulus[0] ?? 0) > 127 ? { modulus: toNumber(modulus), bytes: RSA_BYTES } : null;
}

/** What the voter's side keeps, to hide a message and to make its signature. */
export interface Blinding {
  /** The number whose root the signature is. */
  readonly encoded: bigint;
  readonly factor: bigint;
}

/** Encodes the prepared message (prefix and message) and takes the blinding factor out of `blinding`: 1 + OS2IP mod (n - 1). */
export async function blindingOf({ modulus, bytes }: RsaPublicKey, message: Uint8Array, salt: Uint8Array, blinding: Uint8Array, primitives: Primitives = webPrimitives): Promise<Blinding> {
  return { encoded: await pssEncode(message, salt, bytes, primitives), factor: 1n + (toNumber(blinding) % (modulus - 1n)) };
}

/** Blind of RFC 9474 section 4.2: what the issuer is sent to sign. */
export const blind = (key: RsaPublicKey, { encoded, factor }: Blinding, primitives: Primitives = webPrimitives): Bytes =>
  toBytes((encoded * primitives.rsaPower(key, factor)) % key.modulus, key.bytes);

/**
 * Finalize of RFC 9474 section 4.4: the signature, or null where the issuer did not sign what it was sent with this key, or the factor
 * has no inverse, which would be a factor of the modulus.
 */
export function finish(key: RsaPublicKey, { encoded, factor }: Blinding, blindSignature: Uint8Array, primitives: Primitives = webPrimitives): Bytes | null {
  const { modulus, bytes } = key;
  const signed = toNumber(blindSignature);
  if (blindSignature.length !== bytes || signed >= modulus) return null;
  const inverse = inverseOf(factor, modulus);
  if (inverse === null) return null;
  const signature = (signed * inverse) % modulus;
  return primitives.rsaPower(key, signature) === encoded ? toBytes(signature, bytes) : null;
}

/** RSASSA-PSS-VERIFY of RFC 8017 section 8.1.2 with SHA-384 and a salt of 48 bytes, in BigInt: the second opinion beside OpenSSL's. */
export async function verifyToken(key: RsaPublicKey, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const { modulus, bytes } = key;
  const signed = toNumber(signature);
  if (signature.length !== bytes || signed >= modulus) return false;
  const encoded = toBytes(webPrimitives.rsaPower(key, signed), bytes);
  const masked = encoded.subarray(0, bytes - HASH - 1);
  const hash = encoded.subarray(bytes - HASH - 1, bytes - 1);
  const block = exclusiveOr(masked, await mask(hash, masked.length, webPrimitives));
  block[0] = (block[0] ?? 0) & 127;
  return toNumber(encoded) === (await pssEncode(message, block.subarray(block.length - PSS_SALT), bytes, webPrimitives));
}

/** EMSA-PSS-ENCODE of RFC 8017 section 9.1.1 for a modulus of so many bytes. */
async function pssEncode(message: Uint8Array, salt: Uint8Array, bytes: number, primitives: Primitives): Promise<bigint> {
  const hash = await primitives.sha384(joined(new Uint8Array(8), await primitives.sha384(message), salt));
  const block = joined(new Uint8Array(bytes - PSS_SALT - HASH - 2), 1, salt);
  const masked = exclusiveOr(block, await mask(hash, block.length, primitives));
  masked[0] = (masked[0] ?? 0) & 127;
  return toNumber(joined(masked, hash, 0xbc));
}

/** MGF1 of RFC 8017 appendix B.2.1. */
async function mask(seed: Uint8Array, length: number, primitives: Primitives): Promise<Bytes> {
  const blocks = await Promise.all(Array.from({ length: Math.ceil(length / HASH) }, async (_, counter) => primitives.sha384(joined(seed, toBytes(BigInt(counter), 4)))));
  return joined(...blocks).slice(0, length);
}

const exclusiveOr = (a: Uint8Array, b: Uint8Array): Bytes => Uint8Array.from(a, (byte, at) => byte ^ (b[at] ?? 0));
