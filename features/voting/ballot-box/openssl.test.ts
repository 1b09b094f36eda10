import { expect, test } from "vitest";
import fc from "fast-check";
import { readRsaKey } from "#domain/voting/ballot-box/blind-signature.ts";
import { toNumber } from "#domain/voting/ballot-box/bytes.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { webPrimitives } from "#domain/voting/ballot-box/primitives.ts";
import { issuerOfTests } from "#testing/elections/synthetic-election.ts";
import { opensslCurves, opensslPrimitives } from "./openssl.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test("OpenSSL's curves make the same bytes as the browser's", async () => {
  await fc.assert(
    fc.asyncProperty(bytes(32), bytes(32), fc.uint8Array({ maxLength: 300 }), async (seed, other, message) => {
      expect(await opensslCurves.ed25519Key(seed)).toEqual(await webCurves.ed25519Key(seed));
      expect(await opensslCurves.ed25519Sign(seed, message)).toEqual(await webCurves.ed25519Sign(seed, message));
      const key = await webCurves.x25519Key(other);
      expect(await opensslCurves.x25519Key(other)).toEqual(key);
      expect(await opensslCurves.x25519Shared(seed, key)).toEqual(await webCurves.x25519Shared(seed, key));
    }),
    { numRuns: 50 },
  );
});

test("OpenSSL's hashes, derivation, cipher and RSA are those of the browser", async () => {
  const rsa = await readRsaKey(issuerOfTests().publicKey.export({ type: "spki", format: "der" }));
  if (rsa === null) throw new Error("no key");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), bytes(32), fc.integer({ min: 1, max: 512 }), bytes(383), async (message, secret, length, base) => {
      expect(opensslPrimitives.sha256(message)).toEqual(await webPrimitives.sha256(message));
      expect(opensslPrimitives.sha384(message)).toEqual(await webPrimitives.sha384(message));
      expect(opensslPrimitives.hkdf(secret, message, base, length)).toEqual(await webPrimitives.hkdf(secret, message, base, length));
      expect(opensslPrimitives.encryptOnce(secret, message, base)).toEqual(await webPrimitives.encryptOnce(secret, message, base));
      expect(opensslPrimitives.rsaPower(rsa, toNumber(base))).toBe(webPrimitives.rsaPower(rsa, toNumber(base)));
    }),
    { numRuns: 50 },
  );
});

test("a secret of another length and a key of small order are refused", async () => {
  await expect(opensslCurves.ed25519Key(new Uint8Array(31))).rejects.toThrow(RangeError);
  await expect(opensslCurves.x25519Key(new Uint8Array(33))).rejects.toThrow(RangeError);
  await expect(opensslCurves.x25519Shared(new Uint8Array(32).fill(8), new Uint8Array(32))).rejects.toThrow("failed during derivation");
});
