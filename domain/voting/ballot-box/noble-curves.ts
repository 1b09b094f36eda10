import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { joined } from "./bytes.ts";
import { isUsableKey, type Curves } from "./curves.ts";

/** The same curves in plain script, for browsers whose WebCrypto has none, and as the verifier's second opinion. Not constant in time. */
export const nobleCurves: Curves = {
  ed25519Key: async (seed) => joined(ed25519.getPublicKey(seed)),
  ed25519Sign: async (seed, message) => joined(ed25519.sign(message, seed)),
  async ed25519Verify(key, message, signature) {
    try {
      return isUsableKey(key) && ed25519.verify(signature, message, key, { zip215: false });
    } catch {
      return false;
    }
  },
  x25519Key: async (secret) => joined(x25519.getPublicKey(secret)),
  x25519Shared: async (secret, key) => joined(x25519.getSharedSecret(secret, key)),
};
