import { expect, test } from "vitest";
import { readAuthenticatorCode, stepAt, stepsTaken } from "./authenticator.ts";

const now = new Date("2026-11-21T20:00:15Z");

test("a step is half a minute", () => {
  expect(stepAt(new Date("2026-11-21T20:00:29Z"))).toBe(stepAt(now));
  expect(stepAt(new Date("2026-11-21T20:00:30Z"))).toBe(stepAt(now) + 1);
});

test("clocks may differ by a step either way", () => {
  expect(stepsTaken(now, 0)).toEqual([stepAt(now), stepAt(now) - 1, stepAt(now) + 1]);
});

test("no step is taken twice, nor one before it", () => {
  expect(stepsTaken(now, stepAt(now))).toEqual([stepAt(now) + 1]);
  expect(stepsTaken(now, stepAt(now) + 1)).toEqual([]);
});

test("a code is six digits, however they are spaced", () => {
  expect(readAuthenticatorCode(" 123 456 ")).toBe("123456");
  for (const typed of ["", "12345", "1234567", "12345a", "１２３４５６７"]) expect(readAuthenticatorCode(typed)).toBeNull();
  expect(readAuthenticatorCode("１２３４５６")).toBe("123456");
});
