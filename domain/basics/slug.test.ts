import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slug as slugField } from "./fields.ts";
import { slugOf, unusedSlug } from "./slug.ts";

describe("an address made of a title", () => {
  it("keeps what can be read", () => {
    expect(slugOf("Your Patch 2026: St Anne’s Hall!", "vote")).toBe("your-patch-2026-st-annes-hall");
    expect(slugOf("Tŷ Łódź Øst", "vote")).toBe("ty-lodz-ost");
    expect(slugOf("🎉", "vote")).toBe("vote");
  });

  it("finds one that is free", () => {
    expect(unusedSlug("park", ["park", "park-2"])).toBe("park-3");
    expect(unusedSlug("park", [])).toBe("park");
  });

  it("is-always-an-address", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (title) => slugField().safeParse(slugOf(title, "vote")).success));
  });
});
