import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audienceOf, FOLLOWABLE_KINDS, readFollowable, writeFollowable } from "./following.ts";

const A = "0b1c2d3e-0000-4000-8000-00000000000a";
const B = "0b1c2d3e-0000-4000-8000-00000000000b";

describe("a thing to follow", () => {
  it("reads-what-it-wrote and nothing else", () => {
    fc.assert(fc.property(fc.constantFrom(...FOLLOWABLE_KINDS), fc.uuid(), (kind, id) => {
        expect(readFollowable(writeFollowable({ kind, id }))).toEqual({ ok: true, value: { kind, id } });
      }),
    );
    for (const text of ["", "council", `poll:${A}`, `area:${A}:${B}`, "area:1", `area:${A}\u0000`, `Area:${A}`]) expect(readFollowable(text)).toEqual({ ok: false, error: "not-followable" });
  });

  it("tells of an engagement its own followers, its areas' and the council's", () => {
    expect(audienceOf({ kind: "engagement", id: A }, [B], "c")).toEqual([{ kind: "engagement", id: A }, { kind: "area", id: B }, { kind: "council", id: "c" }]);
    expect(audienceOf({ kind: "idea", id: A }, [B], "c")).toEqual([{ kind: "idea", id: A }, { kind: "area", id: B }]);
    expect(audienceOf({ kind: "area", id: B }, [B], "c")).toEqual([{ kind: "area", id: B }]);
  });
});
