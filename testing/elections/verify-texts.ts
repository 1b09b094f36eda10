import { UnreadableBundle, verifyBundle, type VerifiedBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import { checkLeaf, type LeafCryptography } from "#domain/voting/ballot-box/verify/check-leaf.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import type { Manifest } from "#domain/voting/ballot-box/manifest.ts";
import { readReceipt } from "#domain/voting/ballot-box/receipt-file.ts";
import { opensslCryptography } from "#verifier/openssl-cryptography.ts";
import { sha256 } from "./synthetic-election.ts";
import type { BundleTexts } from "./write-bundle.ts";

type Said = boolean | Promise<boolean>;

/** What was said of signatures, by all that it depends on: bundles that differ in one line have nearly all of them in common. */
const said = new Map<string, Said>();

function saidOnce(check: (...given: Uint8Array[]) => Said, kind: string, ...given: Uint8Array[]): Said {
  const question = [kind, ...given.map((bytes) => Buffer.from(bytes).toString("latin1"))].map((part) => `${part.length}:${part}`).join("");
  const known = said.get(question);
  if (known !== undefined) return known;
  const answer = check(...given);
  said.set(question, answer);
  return answer;
}

function cryptographyOf(styles: Manifest["styles"]): LeafCryptography {
  const openssl = opensslCryptography(styles);
  const keys = new Map(styles.map(({ name, key }) => [name, key]));
  return {
    digest: openssl.digest,
    verifyToken: (style, ...given) => saidOnce((message, signature) => openssl.verifyToken(style, message, signature), `token ${keys.get(style)}`, ...given),
    verifySignature: (...given) => saidOnce(openssl.verifySignature, "signature", ...given),
  };
}

/** Verifies a bundle in memory and in this thread. */
export function verifyTexts(texts: BundleTexts, receipt?: string): Promise<VerifiedBundle> {
  return verifyBundle({
    source: {
      text: async (name) => texts[name] ?? null,
      async *lines(name) {
        const content = texts[name];
        if (content === undefined) throw new UnreadableBundle(`there is no ${name}`);
        if (!content.endsWith("\n")) throw new UnreadableBundle(`${name} was cut off`);
        const lines = content.split("\n").slice(0, -1);
        for (let at = 0; at < lines.length; at += 50) yield lines.slice(at, at + 50);
      },
    },
    async *checkLeaves(manifest, context, batches) {
      const cryptography = cryptographyOf(manifest.styles);
      for await (const lines of batches) yield await Promise.all(lines.map((line) => checkLeaf(line, context, cryptography)));
    },
    digest: sha256,
    verifyEd25519: (...given) => saidOnce(webCurves.ed25519Verify, "curves of the web", ...given),
    receipt: receipt === undefined ? null : readReceipt(receipt),
  });
}
