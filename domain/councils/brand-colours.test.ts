import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brandColours, contrast, DAMSON, INK_2, MARIGOLD, PAPER, WHITE } from "./brand-colours.ts";

describe("contrast", () => {
  it("gives the figures of the design", () => {
    expect(contrast("#000000", WHITE)).toBe(21);
    expect(contrast(DAMSON.brand, PAPER)).toBeCloseTo(10.85, 2);
    expect(contrast(DAMSON.brand, WHITE)).toBeCloseTo(11.58, 2);
    expect(contrast(DAMSON.brand, DAMSON.tint)).toBeCloseTo(9.84, 2);
    expect(contrast(WHITE, DAMSON.deep)).toBeCloseTo(15.89, 2);
    expect(contrast(MARIGOLD, DAMSON.deep)).toBeCloseTo(9.18, 2);
    expect(contrast(INK_2, DAMSON.tint)).toBeCloseTo(7.32, 2);
    expect(contrast(WHITE, "#06352e")).toBeCloseTo(13.49, 2);
    expect(contrast(MARIGOLD, "#06352e")).toBeCloseTo(7.79, 2);
  });
});

describe("brandColours", () => {
  it("keeps the worked case as it is, 8.13 on white and 7.61 on paper", () => {
    const celyn = brandColours("#0B5A4D");
    expect(celyn.brand).toBe("#0b5a4d");
    expect(contrast(celyn.brand, WHITE)).toBeCloseTo(8.13, 2);
    expect(contrast(celyn.brand, PAPER)).toBeCloseTo(7.61, 2);
    expect(celyn).toEqual({ brand: "#0b5a4d", deep: "#002b24", tint: "#e0f1ed", line: "#a2cfc4", onBrand: "#ffffff", onDeepSoft: "#e0f1ed" });
  });

  it("darkens a bright yellow and white itself until they can be read", () => {
    expect(brandColours("#ffff00").brand).not.toBe("#ffff00");
    const { brand, tint, line } = brandColours("#ffffff");
    for (const grey of [brand, tint, line]) expect(new Set([grey.slice(1, 3), grey.slice(3, 5), grey.slice(5)]).size).toBe(1);
  });

  it("leaves black and blue alone", () => {
    expect(brandColours("#000000").brand).toBe("#000000");
    expect(brandColours("#003078").brand).toBe("#003078");
  });
});

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("any colour", () => {
  it("ends readable everywhere it is used", () => {
    fc.assert(
      fc.property(anyColour, (given) => {
        const { brand, deep, tint, line, onBrand, onDeepSoft } = brandColours(given);
        for (const colour of [brand, deep, tint, line]) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
        for (const [words, under] of [
          [onBrand, brand],
          [brand, PAPER],
          [brand, tint],
          [WHITE, deep],
          [MARIGOLD, deep],
          [onDeepSoft, deep],
          [INK_2, tint],
        ] as const)
          expect(contrast(words, under)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000 },
    );
  });

  it("is only ever made darker", () => {
    fc.assert(
      fc.property(anyColour, (given) => {
        expect(contrast(brandColours(given).brand, WHITE)).toBeGreaterThanOrEqual(contrast(given, WHITE));
      }),
    );
  });
});
