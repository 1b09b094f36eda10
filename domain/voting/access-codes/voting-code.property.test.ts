import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "#testing/arbitraries/any-text.ts";
import { CROCKFORD } from "./crockford.ts";
import { ACCESS_CODE_BYTES, HAND_OVER_BYTES, lookUpOf, makeAccessCode, makeHandOverCode, readLookUp, readVotingCode, secretOf, shownVotingCode } from "./voting-code.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const code = fc.oneof(bytes(ACCESS_CODE_BYTES).map(makeAccessCode), bytes(HAND_OVER_BYTES).map(makeHandOverCode));

test("a code has four characters to look up, eleven secret and one to check, in groups of four", () => {
  fc.assert(
    fc.property(bytes(ACCESS_CODE_BYTES), (random) => {
      const made = makeAccessCode(random);
      expect(lookUpOf(made) + secretOf(made)).toBe(made.slice(0, 15));
      expect(secretOf(made)).toHaveLength(11);
      expect(shownVotingCode(made)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){3}$/);
      expect(readLookUp(made.toLowerCase())).toBe(lookUpOf(made));
    }),
  );
});

test("however it is typed it is the same code", () => {
  fc.assert(
    fc.property(code, fc.infiniteStream(fc.nat(5)), (made, chances) => {
      const typed = [...made]
        .map((letter) => {
          const chance = chances.next().value ?? 0;
          if (letter === "0") return ["0", "O", "o", "０", "0 ", "0"][chance] ?? "0";
          if (letter === "1") return ["1", "I", "i", "L", "l", "1"][chance] ?? "1";
          return [letter, letter.toLowerCase(), `${letter}-`, ` ${letter}`, `${letter} – `, `${letter}\u00a0`][chance] ?? letter;
        })
        .join("");
      expect(readVotingCode(typed)).toMatchObject({ ok: true, value: { code: made } });
      expect(readVotingCode(`https://vote.example/en/brackenshire/votes/your-patch/code#${made}`)).toMatchObject({ ok: true, value: { code: made } });
    }),
  );
});

test("every wrong character is noticed", () => {
  fc.assert(
    fc.property(code, fc.nat(15), fc.nat(31), (made, place, letter) => {
      const at = place % made.length;
      const put = CROCKFORD.charAt(letter);
      expect(readVotingCode(made.slice(0, at) + put + made.slice(at + 1)).ok).toBe(put === made.charAt(at));
    }),
    { numRuns: 2_000 },
  );
});

test("every two characters swapped are noticed, neighbours or not", () => {
  fc.assert(
    fc.property(code, fc.nat(15), fc.nat(15), (made, first, second) => {
      const letters = [...made];
      const [a, b] = [first % made.length, second % made.length];
      [letters[a], letters[b]] = [letters[b] as string, letters[a] as string];
      expect(readVotingCode(letters.join("")).ok).toBe(letters.join("") === made);
    }),
    { numRuns: 2_000 },
  );
});

test("a code one character short or long is no code, nor is anything else", () => {
  fc.assert(
    fc.property(code, (made) => {
      for (const typed of [made.slice(1), `${made}0`]) expect(readVotingCode(typed)).toEqual({ ok: false, error: "code-length" });
    }),
  );
  fc.assert(
    fc.property(anyText({ maxLength: 60 }), (typed) => {
      const read = readVotingCode(typed);
      if (read.ok) expect([8, 16]).toContain(read.value.code.length);
    }),
  );
  for (const typed of ["", "U".repeat(16), "🗳".repeat(16), "\u0000".repeat(16), "0".repeat(400)]) expect(readVotingCode(typed).ok).toBe(false);
});
