/** The verifier where there is no Node: cryptography of the browser, and a downloaded bundle held in memory. */
import { sha256 } from "@noble/hashes/sha2.js";
import { readRsaKey } from "../blind-signature.ts";
import { BUNDLE_FILES, type BundleFile } from "../bundle.ts";
import { fromBase64url, joined, type Bytes } from "../bytes.ts";
import type { Curves } from "../curves.ts";
import { readTar } from "../tar.ts";
import { checkLeaf, type LeafCryptography } from "./check-leaf.ts";
import { UnreadableBundle, type BundleSource, type LeafChecker, type Verification } from "./verify-bundle.ts";

/** What `verifyBundle` needs, from a bundle as it comes over the network, already out of its gzip. Throws UnreadableBundle. */
export async function verificationInBrowser(tar: AsyncIterable<Uint8Array>, curves: Curves): Promise<Pick<Verification, "source" | "checkLeaves" | "digest" | "verifyEd25519">> {
  return {
    source: await sourceInMemory(tar),
    checkLeaves: checkInTurn(curves),
    digest: (bytes) => sha256(bytes),
    verifyEd25519: (key, message, signature) => curves.ed25519Verify(key, message, signature),
  };
}

/** Lines looked at together; between two lots of them a page can be drawn. */
const LINES = 200;

const checkInTurn = (curves: Curves): LeafChecker =>
  async function* (manifest, context, batches) {
    const cryptography = await webCryptography(manifest.styles, curves);
    for await (const lines of batches) yield await Promise.all(lines.map((line) => checkLeaf(line, context, cryptography)));
  };

async function webCryptography(styles: readonly { readonly name: string; readonly key: string }[], curves: Curves): Promise<LeafCryptography> {
  const keys = new Map<string, CryptoKey>();
  for (const { name, key } of styles) {
    const spki = fromBase64url(key);
    if (spki !== null && (await readRsaKey(spki)) !== null) keys.set(name, await crypto.subtle.importKey("spki", spki, { name: "RSA-PSS", hash: "SHA-384" }, false, ["verify"]));
  }
  return {
    digest: (bytes) => sha256(bytes),
    async verifyToken(style, message, signature) {
      const key = keys.get(style);
      return key !== undefined && crypto.subtle.verify({ name: "RSA-PSS", saltLength: 48 }, key, joined(signature), joined(message));
    },
    verifySignature: (key, message, signature) => curves.ed25519Verify(key, message, signature),
  };
}

async function sourceInMemory(tar: AsyncIterable<Uint8Array>): Promise<BundleSource> {
  const files = new Map<string, Uint8Array[]>();
  try {
    for await (const { name, bytes } of readTar(tar)) {
      const base = name.split("/").at(-1) ?? "";
      if (!(BUNDLE_FILES as readonly string[]).includes(base)) continue;
      const pieces = files.get(base) ?? [];
      pieces.push(bytes);
      files.set(base, pieces);
    }
  } catch (fault) {
    throw new UnreadableBundle(fault instanceof Error ? fault.message : String(fault));
  }
  const whole = (name: BundleFile): Bytes | null => {
    const pieces = files.get(name);
    return pieces ? joined(...pieces) : null;
  };
  return {
    text: async (name) => {
      const bytes = whole(name);
      return bytes === null ? null : decoded(name, bytes);
    },
    async *lines(name) {
      const bytes = whole(name);
      if (bytes === null) throw new UnreadableBundle(`there is no ${name}`);
      const lines = decoded(name, bytes).split("\n");
      if (lines.pop() !== "") throw new UnreadableBundle(`${name} was cut off in its last line`);
      for (let at = 0; at < lines.length; at += LINES) yield lines.slice(at, at + LINES);
    },
  };
}

function decoded(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableBundle(`${name} is no text`);
  }
}
