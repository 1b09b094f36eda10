import { describe, expect, it } from "vitest";
import { equalityListOf, equalityQuestionsOf, firstQuestionsOf, followUpsTo, readEquality } from "./equality.ts";

describe("equality questions", () => {
  it("are asked by the list of the nation", () => {
    expect(equalityListOf({ welsh: true })).toBe("wales");
    expect(equalityQuestionsOf("wales")).toContain("welsh-speaking");
    expect(equalityQuestionsOf("england")).not.toContain("welsh-speaking");
    expect(firstQuestionsOf("england")).toEqual(["age", "sex", "gender-identity", "sexual-orientation", "disability", "unpaid-care", "ethnic-group", "religion", "marital-status"]);
  });

  it("follow an answer up, and only that one", () => {
    expect(followUpsTo({ "ethnic-group": "asian", disability: "yes" })).toEqual(["disability-impact", "ethnic-asian"]);
    expect(followUpsTo({ "ethnic-group": "skip", disability: "no" })).toEqual([]);
  });

  it("keep what was offered and drop the rest", () => {
    expect(readEquality({ age: ["25-34"], sex: ["other"], "ethnic-group": ["white"], "ethnic-white": ["roma"], "ethnic-black": ["african"], disability: ["no"], "disability-impact": ["lot"], none: ["x"] })).toEqual({
      age: "25-34",
      "ethnic-group": "white",
      "ethnic-white": "roma",
      disability: "no",
    });
  });
});
