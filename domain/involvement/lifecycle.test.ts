import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawLifecycle, moveBy, reachableFrom } from "#domain/basics/lifecycle.ts";
import { ENGAGEMENT_STATES, type EngagementState } from "./engagement.ts";
import { ENGAGEMENT_LIFECYCLE, type EngagementStep } from "./lifecycle.ts";

const STEPS = [...new Set(ENGAGEMENT_LIFECYCLE.transitions.map(({ act }) => act))];
const walks = fc.array(fc.constantFrom(...STEPS), { maxLength: 60 });

function walk(steps: readonly EngagementStep[]): EngagementState[] {
  const been: EngagementState[] = ["draft"];
  for (const step of steps) {
    const next = moveBy(ENGAGEMENT_LIFECYCLE, been.at(-1) ?? "draft", step);
    if (next.ok) been.push(next.value);
  }
  return been;
}

describe("the lifecycle of an engagement", () => {
  it("is the one in docs/lifecycles", () => {
    expect(readFileSync(new URL("../../docs/lifecycles/engagement.md", import.meta.url), "utf8")).toBe(drawLifecycle(ENGAGEMENT_LIFECYCLE));
  });

  it("reaches every state", () => {
    expect(reachableFrom(ENGAGEMENT_LIFECYCLE, "draft")).toEqual(new Set(ENGAGEMENT_STATES));
  });

  it("never-leaves-the-public-once-published", () => {
    for (const state of reachableFrom(ENGAGEMENT_LIFECYCLE, "published")) expect(["draft", "in-review", "approved"]).not.toContain(state);
  });

  it("is-archived-only-after-it-was-fed-back", () => {
    fc.assert(fc.property(walks, (steps) => !walk(steps).includes("archived") || walk(steps).at(-2) === "fed-back"));
  });

  it("is-published-only-after-it-was-approved", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const been = walk(steps);
        const at = been.indexOf("published");
        return at === -1 || been[at - 1] === "approved";
      }),
    );
  });
});
