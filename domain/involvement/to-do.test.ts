import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGAGEMENT_STATES } from "./engagement.ts";
import { INSTRUMENTS, toDos, type EngagementToWatch } from "./to-do.ts";

const now = new Date("2026-10-06T09:00:00Z");
const vote = (parts: Partial<EngagementToWatch>): EngagementToWatch => ({ id: "a", instrument: "vote", state: "draft", opensAt: null, closesAt: null, resultsAt: null, counted: false, checked: false, ...parts });
const kinds = (parts: Partial<EngagementToWatch>) => toDos([vote(parts)], () => true, now).map(({ kind }) => kind);

describe("what is to be done", () => {
  it("follows the state of the vote", () => {
    expect(ENGAGEMENT_STATES.map((state) => kinds({ state })[0] ?? "nothing")).toEqual([
      "finish-draft",
      "approve",
      "publish",
      "nothing",
      "count",
      "count",
      "report-back",
      "archive",
      "nothing",
    ]);
    expect(kinds({ state: "closed", counted: true })).toEqual(["declare"]);
  });

  it("asks to close only when the end is near, or past", () => {
    expect(kinds({ state: "published", closesAt: new Date("2026-10-21T09:00:00Z") })).toEqual([]);
    expect(kinds({ state: "published", closesAt: new Date("2026-10-18T19:00:00Z") })).toEqual(["close"]);
    expect(kinds({ state: "published", closesAt: new Date("2026-10-01T19:00:00Z") })).toEqual(["close"]);
  });

  it("asks of a consultation that is over to show its answers, then to answer them", () => {
    const consultation = { instrument: "consultation", closesAt: new Date("2026-10-01T12:00:00Z") } as const;
    expect(ENGAGEMENT_STATES.map((state) => kinds({ ...consultation, state })[0] ?? "nothing")).toEqual(["finish-draft", "check-quality", "publish", "show-results", "show-results", "answer-themes", "report-back", "archive", "nothing"]);
    expect(kinds({ ...consultation, state: "in-review", checked: true })).toEqual(["approve"]);
    expect(kinds({ ...consultation, state: "published", closesAt: new Date("2026-10-07T12:00:00Z") })).toEqual([]);
    expect(toDos([vote({ ...consultation, state: "analysed" })], () => true, now)[0]?.due).toEqual(new Date("2026-12-24T12:00:00Z"));
  });

  it("gives twelve weeks for an answer", () => {
    expect(toDos([vote({ state: "decided", closesAt: new Date("2026-10-01T12:00:00Z") })], () => true, now)[0]?.due).toEqual(new Date("2026-12-24T12:00:00Z"));
  });

  it("is-sorted-soonest-first and keeps only what the person may do", () => {
    const votes = fc.array(
      fc.record({ id: fc.uuid(), instrument: fc.constantFrom(...INSTRUMENTS), state: fc.constantFrom(...ENGAGEMENT_STATES), opensAt: fc.option(fc.date({ noInvalidDate: true })), closesAt: fc.option(fc.date({ noInvalidDate: true })), resultsAt: fc.option(fc.date({ noInvalidDate: true })), counted: fc.boolean(), checked: fc.boolean() }),
    );
    fc.assert(
      fc.property(votes, (all) => {
        const due = toDos(all, () => true, now).map((each) => each.due?.getTime() ?? Infinity);
        expect(due).toEqual([...due].sort((a, b) => a - b));
        expect(toDos(all, () => false, now)).toEqual([]);
      }),
    );
  });
});
