import { describe, expect, test } from "vitest";
import { promisesKept, promiseStanding } from "./promise.ts";

describe("what became of a promise", () => {
  test("is what its project says before what its idea says, and what was told only where it is no proposal", () => {
    expect(promiseStanding({ idea: null, project: null, told: null })).toBe("written-down");
    expect(promiseStanding({ idea: null, project: null, told: "kept" })).toBe("kept");
    expect(promiseStanding({ idea: "feasible", project: null, told: null })).toBe("proposal");
    expect(promiseStanding({ idea: "not-shortlisted", project: null, told: null })).toBe("not-taken-further");
    expect(promiseStanding({ idea: "on-ballot", project: "draft", told: null })).toBe("proposal");
    expect(promiseStanding({ idea: "on-ballot", project: "not-this-time", told: "kept" })).toBe("not-this-time");
    expect(promiseStanding({ idea: "on-ballot", project: "delivered", told: null })).toBe("delivered");
  });

  test("counts a delivered project as kept and a funded one as under way", () => {
    expect(promisesKept(["delivered", "kept", "funded", "written-down", "not-kept", "not-this-time"])).toEqual({ made: 6, kept: 2, underWay: 1 });
    expect(promisesKept([])).toEqual({ made: 0, kept: 0, underWay: 0 });
  });
});
