import { constants, createCipheriv, createPrivateKey, createPublicKey, diffieHellman, hash, hkdfSync, publicEncrypt, sign, type KeyObject } from "node:crypto";
import { defined } from "#domain/basics/assert.ts";
import { toBytes, toNumber, type Bytes } from "#domain/voting/ballot-box/bytes.ts";
import { webCurves, type Curves } from "#domain/voting/ballot-box/curves.ts";
import type { Primitives, RsaPublicKey } from "#domain/voting/ballot-box/primitives.ts";
import { withoutTraces } from "#platform/without-traces.ts";

/** The curves by OpenSSL, as node:crypto has them: the same bytes as WebCrypto's, at a fraction of its cost. Throws RangeError for a secret that has not 32 bytes. */
export const opensslCurves: Curves = {
  ...webCurves,
  ed25519Key: async (seed) => publicHalf(secretKey("Ed25519", seed)),
  ed25519Sign: async (seed, message) => new Uint8Array(sign(null, message, secretKey("Ed25519", seed))),
  x25519Key: async (secret) => publicHalf(secretKey("X25519", secret)),
  x25519Shared: async (secret, key) =>
    new Uint8Array(diffieHellman({ privateKey: secretKey("X25519", secret), publicKey: remembered(publicKeys, key, () => createPublicKey({ key: { kty: "OKP", crv: "X25519", x: text(key) }, format: "jwk" })) })),
};

// To read a key takes longer than to use it. A secret is used twice or three times while its bytes are held, and its key goes with them;
// the count key of a poll is held as long as the poll is.
const secretKeys = { Ed25519: new WeakMap<Uint8Array, KeyObject>(), X25519: new WeakMap<Uint8Array, KeyObject>() };
const publicKeys = new WeakMap<Uint8Array, KeyObject>();

function remembered<T extends object>(keys: WeakMap<T, KeyObject>, of: T, read: () => KeyObject): KeyObject {
  const key = keys.get(of) ?? withoutTraces(read);
  keys.set(of, key);
  return key;
}

// A JSON web key is read ten times as fast as PKCS#8. Node takes the secret half and makes the public one of it, whatever `x` says.
function secretKey(crv: keyof typeof secretKeys, secret: Uint8Array): KeyObject {
  if (secret.length !== 32) throw new RangeError(`A secret of ${crv} has 32 bytes`);
  return remembered(secretKeys[crv], secret, () => createPrivateKey({ key: { kty: "OKP", crv, d: text(secret), x: "" }, format: "jwk" }));
}

function publicHalf(key: KeyObject): Bytes {
  const { x } = key.export({ format: "jwk" });
  return new Uint8Array(Buffer.from(defined(x, "public half"), "base64url"));
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");

const rsaKeys = new WeakMap<RsaPublicKey, KeyObject>();

const rsaKey = (key: RsaPublicKey): KeyObject =>
  remembered(rsaKeys, key, () => createPublicKey({ key: { kty: "RSA", n: text(toBytes(key.modulus, key.bytes)), e: "AQAB" }, format: "jwk" }));

const NONCE = new Uint8Array(12);

/** The hashes, the public half of RSA and AES by OpenSSL. */
export const opensslPrimitives: Primitives = {
  sha256: (bytes) => new Uint8Array(hash("sha256", bytes, "buffer")),
  sha384: (bytes) => new Uint8Array(hash("sha384", bytes, "buffer")),
  hkdf: (secret, salt, info, length) => new Uint8Array(withoutTraces(() => hkdfSync("sha256", secret, salt, info, length))),
  rsaPower: (key, base) => toNumber(withoutTraces(() => publicEncrypt({ key: rsaKey(key), padding: constants.RSA_NO_PADDING }, toBytes(base, key.bytes)))),
  encryptOnce(key, associated, plain) {
    const cipher = createCipheriv("aes-256-gcm", key, NONCE).setAAD(associated);
    return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  },
};
