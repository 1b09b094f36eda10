import fc from "fast-check";
import { expect, test } from "vitest";
import { deliveryStanding, goesOverAward, projectAccounts, underspend, whyNotEnd, type Milestone, type MoneyEntry } from "./delivery.ts";

const planned = (plannedFor: string, doneOn: string | null = null): Milestone => ({ plannedFor, firstPlannedFor: plannedFor, doneOn });

test("a project is late from the day after a milestone was planned for, and no longer when it is done", () => {
  const plan = [planned("2027-03-01"), planned("2027-04-01")];
  expect(deliveryStanding([], null, "2027-03-01")).toBe("being-planned");
  expect(deliveryStanding(plan, null, "2027-03-01")).toBe("on-track");
  expect(deliveryStanding(plan, null, "2027-03-02")).toBe("late");
  expect(deliveryStanding([planned("2027-03-01", "2027-03-09"), planned("2027-04-01")], null, "2027-03-10")).toBe("on-track");
  expect(deliveryStanding(plan, { kind: "stopped", on: "2027-03-05" }, "2027-05-01")).toBe("stopped");
});

test("an end is refused until everything is done and every difference is explained", () => {
  const done = [planned("2027-03-01", "2027-03-01")];
  const exact = projectAccounts(1000, [{ kind: "paid", amountPence: 1000 }]);
  const under = projectAccounts(1000, [{ kind: "paid", amountPence: 900 }]);
  expect(whyNotEnd("finished", [planned("2027-03-01")], exact, "")).toBe("milestones-open");
  expect(whyNotEnd("finished", done, exact, "")).toBeNull();
  expect(whyNotEnd("finished", done, under, "")).toBe("variance-unexplained");
  expect(whyNotEnd("finished", done, under, "Cheaper steel")).toBeNull();
  expect(whyNotEnd("stopped", [planned("2027-03-01")], under, "")).toBe("stopped-unexplained");
  expect(whyNotEnd("stopped", [planned("2027-03-01")], under, "The wall fell")).toBeNull();
});

const entries = fc.array(fc.record({ kind: fc.constantFrom("committed", "paid"), amountPence: fc.integer({ min: -1_000_000, max: 1_000_000 }) })) as fc.Arbitrary<MoneyEntry[]>;

test("the order of entries changes no account, and an entry taken back leaves none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), entries, (award, made) => {
      const accounts = projectAccounts(award, made);
      expect(projectAccounts(award, [...made].reverse())).toEqual(accounts);
      expect(projectAccounts(award, [...made, ...made.map(({ kind, amountPence }) => ({ kind, amountPence: -amountPence }))])).toEqual(projectAccounts(award, []));
      expect(accounts.paidPence + accounts.leftPence).toBe(award);
    }),
  );
});

test("what is left over is never less than nothing, and nothing while work goes on", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), entries, (award, made) => {
      const accounts = projectAccounts(award, made);
      expect(underspend(null, accounts)).toBe(0);
      const left = underspend({ kind: "finished", on: "2027-03-01" }, accounts);
      expect(left).toBeGreaterThanOrEqual(0);
      if (left > 0) expect(accounts.paidPence + left).toBe(award);
      if (accounts.paidPence > award) expect(goesOverAward(accounts)).toBe(true);
    }),
  );
});
