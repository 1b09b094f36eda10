import { describe, expect, it } from "vitest";
import { responseClock } from "./response-clock.ts";

const closesAt = new Date("2026-09-30T19:00:00Z");
const closed = { state: "closed", closesAt, decidedAt: null } as const;

describe("the twelve weeks", () => {
  it("begin at the close, whatever the desk says", () => {
    expect(responseClock({ ...closed, state: "published" }, new Date("2026-09-30T18:59:59Z"))).toEqual({ at: "not-started" });
    expect(responseClock({ ...closed, state: "published" }, closesAt)).toEqual({ at: "running", dueOn: "2026-12-23", daysLeft: 84 });
    expect(responseClock({ ...closed, state: "draft" }, closesAt)).toEqual({ at: "not-started" });
    expect(responseClock({ ...closed, closesAt: null }, closesAt)).toEqual({ at: "not-started" });
  });

  it("last to the end of their last day in London", () => {
    expect(responseClock(closed, new Date("2026-12-23T23:59:00Z"))).toMatchObject({ at: "running", daysLeft: 0 });
    expect(responseClock(closed, new Date("2026-12-24T00:01:00Z"))).toEqual({ at: "overdue", dueOn: "2026-12-23", daysLate: 1 });
    // A close in summer time falls on London's own day.
    expect(responseClock({ ...closed, closesAt: new Date("2026-07-01T23:30:00Z") }, new Date("2026-08-01T00:00:00Z"))).toMatchObject({ dueOn: "2026-09-24" });
  });

  it("end with the decision, in time or late", () => {
    const answered = { ...closed, state: "decided" } as const;
    expect(responseClock({ ...answered, decidedAt: new Date("2026-12-01T10:00:00Z") }, new Date("2027-03-01T00:00:00Z"))).toEqual({ at: "answered", dueOn: "2026-12-23", answeredOn: "2026-12-01", daysLate: 0 });
    expect(responseClock({ ...answered, state: "archived", decidedAt: new Date("2026-12-30T10:00:00Z") }, new Date("2027-03-01T00:00:00Z"))).toMatchObject({ at: "answered", daysLate: 7 });
    expect(responseClock(answered, new Date("2027-03-01T00:00:00Z"))).toMatchObject({ at: "answered", answeredOn: null, daysLate: 0 });
  });
});
