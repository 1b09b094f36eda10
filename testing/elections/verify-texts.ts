import { UnreadableBundle, verifyBundle, type VerifiedBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import { checkLeaf } from "#domain/voting/ballot-box/verify/check-leaf.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { readReceipt } from "#domain/voting/ballot-box/receipt-file.ts";
import { opensslCryptography } from "#verifier/openssl-cryptography.ts";
import { sha256 } from "./synthetic-election.ts";
import type { BundleTexts } from "./write-bundle.ts";

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
      const cryptography = opensslCryptography(manifest.styles);
      for await (const lines of batches) yield await Promise.all(lines.map((line) => checkLeaf(line, context, cryptography)));
    },
    digest: sha256,
    verifyEd25519: webCurves.ed25519Verify,
    receipt: receipt === undefined ? null : readReceipt(receipt),
  });
}
