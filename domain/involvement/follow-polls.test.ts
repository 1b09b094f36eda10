import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { progressOf } from "#domain/budgeting/progress.ts";
import { POLL_STATES } from "#domain/voting/poll.ts";
import { ENGAGEMENT_STATES } from "./engagement.ts";
import { stateAfterPolls } from "./follow-polls.ts";

describe("a vote follows its polls", () => {
  it("as far as the slowest of them", () => {
    expect(stateAfterPolls("published", progressOf(["closed", "ready"]))).toBe("published");
    expect(stateAfterPolls("published", progressOf(["closed", "closed"]))).toBe("closed");
    expect(stateAfterPolls("closed", progressOf(["counted", "declared"]))).toBe("closed");
    expect(stateAfterPolls("analysed", progressOf(["declared", "declared"]))).toBe("decided");
    expect(stateAfterPolls("published", progressOf(["declared"]))).toBe("decided");
  });

  it("never-goes-back and leaves other states alone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENGAGEMENT_STATES), fc.array(fc.constantFrom(...POLL_STATES)), (state, polls) => {
        const after = stateAfterPolls(state, progressOf(polls));
        expect(ENGAGEMENT_STATES.indexOf(after)).toBeGreaterThanOrEqual(ENGAGEMENT_STATES.indexOf(state));
        if (["draft", "in-review", "approved", "fed-back", "archived"].includes(state)) expect(after).toBe(state);
      }),
    );
  });
});
