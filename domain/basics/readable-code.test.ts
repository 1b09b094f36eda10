import { expect, test } from "vitest";
import { CODE_ALPHABET, makeReadableCode, readReadableCode, showReadableCode } from "./readable-code.ts";

test("the alphabet has no vowels and nothing that looks like something else", () => {
  expect(CODE_ALPHABET).not.toMatch(/[AEIOU015LS]/);
  expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
});

test("every character can be chosen", () => {
  let next = 0;
  expect(makeReadableCode(CODE_ALPHABET.length, () => next++)).toBe(CODE_ALPHABET);
});

test("is shown in groups of four and read back however it is typed", () => {
  expect(showReadableCode("7QKMX4DR")).toBe("7QKM-X4DR");
  for (const typed of ["7QKM-X4DR", "7qkm x4dr", " 7qkm–x4dr ", "7QKM\u00a0\u2014X4DR", "７ＱＫＭＸ４ＤＲ"]) expect(readReadableCode(typed, 8)).toBe("7QKMX4DR");
});

test.each(["", "7QKM", "7QKMX4DR2", "7QKMX4D0", "7QKMX4D<", "7QKMX4D\u0000", "🦊🦊🦊🦊🦊🦊🦊🦊"])("%j is no code", (typed) => {
  expect(readReadableCode(typed, 8)).toBeNull();
});
