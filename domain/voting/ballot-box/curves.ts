import { base64url, fromBase64url, joined, type Bytes } from "./bytes.ts";

/**
 * Ed25519 (RFC 8032) and X25519 (RFC 7748), from wherever the machine has them: WebCrypto, or the library in noble-curves.ts for
 * browsers that are older than that. Secrets are the 32 bytes that RFC 8032 calls the private key (the seed).
 */
export interface Curves {
  ed25519Key(seed: Uint8Array): Promise<Bytes>;
  ed25519Sign(seed: Uint8Array, message: Uint8Array): Promise<Bytes>;
  /** False too for a key of small order. */
  ed25519Verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
  x25519Key(secret: Uint8Array): Promise<Bytes>;
  /** Throws where the other key is of small order, so that the secret would be nought. */
  x25519Shared(secret: Uint8Array, key: Uint8Array): Promise<Bytes>;
}

/** Of RFC 8410: what stands before the 32 bytes in PKCS#8. */
const PKCS8 = { Ed25519: "MC4CAQAwBQYDK2VwBCIEIA", X25519: "MC4CAQAwBQYDK2VuBCIEIA" } as const;

/** The curves of WebCrypto. */
export const webCurves: Curves = {
  ed25519Key: (seed) => publicKey("Ed25519", seed),
  ed25519Sign: async (seed, message) => new Uint8Array(await crypto.subtle.sign("Ed25519", await secretKey("Ed25519", seed), joined(message))),
  async ed25519Verify(key, message, signature) {
    if (!isUsableKey(key)) return false;
    const imported = await crypto.subtle.importKey("raw", joined(key), "Ed25519", false, ["verify"]).catch(() => null);
    return imported !== null && crypto.subtle.verify("Ed25519", imported, joined(signature), joined(message));
  },
  x25519Key: (secret) => publicKey("X25519", secret),
  async x25519Shared(secret, key) {
    const other = await crypto.subtle.importKey("raw", joined(key), "X25519", false, []);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: other }, await secretKey("X25519", secret), 256));
  },
};

/** Whether this machine's WebCrypto has both curves. */
export const hasWebCurves = (): Promise<boolean> =>
  Promise.all([publicKey("Ed25519", new Uint8Array(32)), publicKey("X25519", new Uint8Array(32).fill(9))]).then(
    () => true,
    () => false,
  );

function secretKey(name: "Ed25519" | "X25519", secret: Uint8Array): Promise<CryptoKey> {
  if (secret.length !== 32) throw new RangeError(`A secret of ${name} has 32 bytes`);
  return crypto.subtle.importKey("pkcs8", joined(fromBase64url(PKCS8[name]) ?? "", secret), name, true, name === "Ed25519" ? ["sign"] : ["deriveBits"]);
}

/** The public half, which WebCrypto gives only as a JSON web key. */
async function publicKey(name: "Ed25519" | "X25519", secret: Uint8Array): Promise<Bytes> {
  const { x } = await crypto.subtle.exportKey("jwk", await secretKey(name, secret));
  const key = fromBase64url(x ?? "", 32);
  if (key === null) throw new Error(`No public key of ${name}`);
  return key;
}

/**
 * The eight points of small order on Ed25519 by their y, in every way to write it that some library reads, without the bit of the
 * sign. Under such a key one signature fits every message, and OpenSSL accepts it.
 */
const SMALL_ORDER = new Set([
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  "JuiVj8KyJ7BFw_SJ8u-Y8NXfrAXTxjM5sTgCiG1T_AU",
  "xxdqcD1N2E-6PAt2DRBnDyogU_osOczGTsf9d5KsA3o",
]);

/**
 * Whether 32 bytes may stand for a voter: a y below 2^255 - 19, written that one way, and not of small order. Whether there is a point
 * at that y is left to the check of the signature.
 */
export function isUsableKey(key: Uint8Array): boolean {
  if (key.length !== 32) return false;
  const y = Uint8Array.from(key, (byte, at) => (at === 31 ? byte & 127 : byte));
  const p1 = y[0] ?? 0;
  // 2^255 - 20, the y of the point of order two, and everything from 2^255 - 19 on.
  if (p1 >= 0xec && y[31] === 127 && y.subarray(1, 31).every((byte) => byte === 255)) return false;
  return !SMALL_ORDER.has(base64url(y));
}
