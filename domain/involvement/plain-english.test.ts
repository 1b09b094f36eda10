import { describe, expect, it } from "vitest";
import { readingScore } from "./plain-english.ts";

const EASY = "You can vote for the projects you like. Each one has a cost. Pick as many as you want until the money runs out. We will count the votes and tell you which ones won. Then we build them.";
const HARD =
  "Notwithstanding the aforementioned considerations, participatory budgeting methodologies necessitate comprehensive institutional infrastructure, facilitating deliberative engagement opportunities whilst simultaneously ensuring proportionate representational legitimacy across heterogeneous demographic constituencies throughout the administrative jurisdiction.";

describe("plain English", () => {
  it("tells easy from hard", () => {
    const [easy, hard] = [readingScore(EASY), readingScore(HARD)];
    expect(easy?.age).toBeLessThan(11);
    expect(easy?.ease).toBeGreaterThan(80);
    expect(hard?.age).toBeGreaterThan(18);
    expect(hard?.longSentences).toHaveLength(1);
  });

  it("says nothing of a few words", () => {
    expect(readingScore("Your Patch 2026")).toBeNull();
    expect(readingScore("")).toBeNull();
  });

  it("survives anything typed", () => {
    for (const text of ["🎉".repeat(500), "….".repeat(200), "a ".repeat(5000), "\u202Eabc ".repeat(50)]) expect(() => readingScore(text)).not.toThrow();
  });
});
