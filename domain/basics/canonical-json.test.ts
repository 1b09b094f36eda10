import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonicalJson", () => {
  it("orders keys, drops what is undefined and writes numbers one way", () => {
    expect(canonicalJson({ b: 1.0, a: [null, "é\n", { d: 1e21, c: undefined }] })).toBe('{"a":[null,"é\\n",{"d":1e+21}],"b":1}');
  });

  it("refuses what JSON cannot carry", () => {
    expect(() => canonicalJson({ n: NaN })).toThrow(TypeError);
    expect(() => canonicalJson(10n)).toThrow(TypeError);
  });

  it("says the same of the same value and can be read back", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
