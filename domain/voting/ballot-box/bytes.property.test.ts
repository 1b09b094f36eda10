import fc from "fast-check";
import { expect, test } from "vitest";
import { base64, base64url, fromBase64, fromBase64url, fromHex, hex, toBytes, toNumber } from "./bytes.ts";

const some = fc.uint8Array({ maxLength: 100 });

test("what-is-written-is-read-back, and is what Node writes", () => {
  fc.assert(
    fc.property(some, (bytes) => {
      expect([hex(bytes), base64(bytes), base64url(bytes)]).toEqual((["hex", "base64", "base64url"] as const).map((way) => Buffer.from(bytes).toString(way)));
      expect([fromHex(hex(bytes), bytes.length), fromBase64(base64(bytes)), fromBase64url(base64url(bytes))]).toEqual([bytes, bytes, bytes]);
      if (bytes.length > 0) expect(toBytes(toNumber(bytes), bytes.length)).toEqual(bytes);
    }),
  );
});

test("one-text-for-one-value", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."AQgwz09+/-_= \n"), maxLength: 12 }), (text) => {
      const [plain, url] = [fromBase64(text), fromBase64url(text)];
      if (plain !== null) expect(base64(plain)).toBe(text);
      if (url !== null) expect(base64url(url)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test("nothing else is read", () => {
  for (const text of ["A", "AB", "AAB=", "AA=", "=", "A===", "AA\n=", "QQ==\n"]) expect(fromBase64(text)).toBeNull();
  for (const text of ["A", "AB", "AAB", "AA==", "A+", "Ä"]) expect(fromBase64url(text)).toBeNull();
  expect(fromBase64("AAAA", 4)).toBeNull();
  expect([fromHex("AB", 1), fromHex("a", 1), fromHex("abcd", 1), fromHex("0x", 1)]).toEqual([null, null, null, null]);
  expect(() => toBytes(256n, 1)).toThrow(RangeError);
});
