import { joined, type Bytes } from "./bytes.ts";

/** An RSA public key; its exponent is 65537. */
export interface RsaPublicKey {
  readonly modulus: bigint;
  /** Length of the modulus; its highest bit is set. */
  readonly bytes: number;
}

/** What of the protocol's arithmetic a machine may have in a faster way than WebCrypto and BigInt, which are everywhere. */
export interface Primitives {
  sha256(bytes: Uint8Array): Bytes | Promise<Bytes>;
  sha384(bytes: Uint8Array): Bytes | Promise<Bytes>;
  /** HKDF-SHA-256 (RFC 5869). */
  hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Bytes | Promise<Bytes>;
  /** RSAVP1 of RFC 8017 section 5.2.2: a number below the modulus to the power of 65537, modulo the modulus. */
  rsaPower(key: RsaPublicKey, base: bigint): bigint;
  /** AES-256-GCM with a tag of 16 bytes behind the text, and a nonce of noughts: for keys that serve for one message. */
  encryptOnce(key: Uint8Array, associated: Uint8Array, plain: Uint8Array): Bytes | Promise<Bytes>;
}

const NONCE = new Uint8Array(12);

/** WebCrypto and BigInt: the browser's. */
export const webPrimitives: Primitives = {
  sha256: (bytes) => digest("SHA-256", bytes),
  sha384: (bytes) => digest("SHA-384", bytes),
  async hkdf(secret, salt, info, length) {
    const imported = await crypto.subtle.importKey("raw", joined(secret), "HKDF", false, ["deriveBits"]);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: joined(salt), info: joined(info) }, imported, length * 8));
  },
  rsaPower({ modulus }, base) {
    // 65537 = 2^16 + 1
    let value = base;
    for (let square = 0; square < 16; square += 1) value = (value * value) % modulus;
    return (value * base) % modulus;
  },
  async encryptOnce(key, associated, plain) {
    const imported = await crypto.subtle.importKey("raw", joined(key), "AES-GCM", false, ["encrypt"]);
    return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: NONCE, additionalData: joined(associated) }, imported, joined(plain)));
  },
};

const digest = async (name: "SHA-256" | "SHA-384", bytes: Uint8Array): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest(name, joined(bytes)));
