import fc from "fast-check";
import { expect, test } from "vitest";
import { CODE_ALPHABET } from "#domain/basics/readable-code.ts";
import { makeBallotKey, readBallotKey, shownBallotKey } from "./ballot-key.ts";
import { readTrackingCode, startsOfTrackingCode, trackingCodeOfLeaf } from "./receipt.ts";

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("a key is read back as it is printed, and in small letters with spaces", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const key = makeBallotKey(random);
      const shown = shownBallotKey(key);
      expect(shown).toMatch(/^[2-9B-Z]{4}(-[2-9B-Z]{4}){6}$/);
      expect(readBallotKey(shown)).toEqual({ ok: true, value: key });
      expect(readBallotKey(` ${shown.toLowerCase().replaceAll("-", " ")}\n`)).toEqual({ ok: true, value: key });
    }),
  );
});

test("every wrong letter and every two neighbours swapped are noticed", () => {
  fc.assert(
    fc.property(bytes, fc.nat(27), fc.nat(24), (random, at, letter) => {
      const key = makeBallotKey(random);
      const put = CODE_ALPHABET.charAt(letter);
      const wrong = key.slice(0, at) + put + key.slice(at + 1);
      expect(readBallotKey(wrong).ok).toBe(put === key.charAt(at));
      const swapped = key.slice(0, at) + key.slice(at + 1, at + 2) + key.charAt(at) + key.slice(at + 2);
      expect(readBallotKey(swapped).ok).toBe(swapped === key);
    }),
  );
});

test("nothing typed by mistake or in mischief is taken for a code", () => {
  for (const typed of ["", "O", "7QKM", "<script>", "\u0000".repeat(28), "2".repeat(400), "🗳".repeat(14)]) {
    expect(readBallotKey(typed).ok).toBe(false);
    expect(readTrackingCode(typed).ok).toBe(false);
  }
});

test("of a tracking code the hashes that have it can be named", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (hash) => {
      const starts = startsOfTrackingCode(trackingCodeOfLeaf(hash));
      const start = Buffer.from(hash.subarray(0, 8));
      start[7] = (start[7] ?? 0) & 0xf0;
      expect(starts.some((one) => Buffer.from(one).equals(start))).toBe(true);
      expect(starts.length).toBeLessThanOrEqual(20);
    }),
  );
});
