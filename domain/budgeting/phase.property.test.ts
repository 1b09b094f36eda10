import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#domain/basics/london-time.ts";
import { costsArePublic, judgePhases, nextPhase, notBehindBallots, phaseAt, phaseOn, PHASES, phasesYearLater, whyNotSwitch, yearLater, type DatedPhase } from "./phase.ts";

const FIRST = "2027-01-01";

/** Phases one after another, some left out, some without an end, some with days between. */
const programmes = fc
  .array(fc.record({ there: fc.boolean(), gap: fc.nat(20), days: fc.nat(60), open: fc.boolean() }), { minLength: PHASES.length, maxLength: PHASES.length })
  .map((plans) => {
    let day = FIRST;
    return plans.flatMap(({ there, gap, days, open }, at): DatedPhase[] => {
      const phase = PHASES[at];
      if (!there || phase === undefined) return [];
      const startsOn = addDays(day, gap);
      const last = addDays(startsOn, days);
      day = addDays(last, 1);
      return [{ phase, startsOn, endsOn: open ? null : last }];
    });
  });

test("phases one after another are right, and every day falls in at most one", () => {
  fc.assert(
    fc.property(programmes, fc.nat(900), (phases, at) => {
      expect(judgePhases(phases)).toEqual([]);
      const day = addDays(FIRST, at);
      const on = phaseOn(phases, day);
      const within = phases.filter(({ startsOn, endsOn }, index) => startsOn <= day && day <= (endsOn ?? addDays(phases[index + 1]?.startsOn ?? "2100-01-01", -1)));
      expect(within).toEqual(on === null ? [] : [on]);
    }),
  );
});

test("a phase that begins before the one before it is over is refused beside its start, with that day", () => {
  fc.assert(
    fc.property(programmes, fc.nat(), (phases, chosen) => {
      const bounded = phases.flatMap((phase, at) => (at > 0 && phases[at - 1]?.endsOn !== null ? [at] : []));
      const at = bounded[chosen % Math.max(1, bounded.length)];
      const before = at === undefined ? undefined : phases[at - 1];
      const phase = at === undefined ? undefined : phases[at];
      fc.pre(before !== undefined && phase !== undefined && before.endsOn !== null);
      const overlapping = phases.map((each) => (each === phase ? { ...each, startsOn: before.endsOn ?? "" , endsOn: null } : each));
      const faults = judgePhases(overlapping).filter(({ field }) => field === `${phase.phase}-startsOn`);
      expect(faults).toEqual([{ field: `${phase.phase}-startsOn`, code: "phase-overlaps", params: { before: before.phase, untilOn: before.endsOn } }]);
    }),
  );
});

test("a phase chosen by hand holds until the next dated one begins on a later day", () => {
  const phases: DatedPhase[] = [
    { phase: "collecting-ideas", startsOn: "2027-03-01", endsOn: "2027-03-31" },
    { phase: "feasibility", startsOn: "2027-04-10", endsOn: null },
  ];
  const byHand = { phase: "developing-proposals" as const, at: new Date("2027-03-20T12:00:00Z") };
  const on = (day: string) => phaseAt(phases, byHand, new Date(`${day}T09:00:00Z`));
  expect(["2027-03-19", "2027-03-20", "2027-04-02", "2027-04-09", "2027-04-10", "2027-06-01"].map((day) => on(day))).toEqual([
    "collecting-ideas", // not yet chosen: no effect before it
    "collecting-ideas",
    "developing-proposals",
    "developing-proposals",
    "feasibility",
    "feasibility",
  ]);
  expect(phaseAt(phases, byHand, new Date("2027-03-20T12:00:00Z"))).toBe("developing-proposals");
  expect(phaseAt(phases, null, new Date("2027-04-05T12:00:00Z"))).toBeNull();
  // Midnight is London's: 31 March ends an hour before it does in UTC.
  expect(phaseAt(phases, null, new Date("2027-03-31T22:59:59Z"))).toBe("collecting-ideas");
  expect(phaseAt(phases, null, new Date("2027-03-31T23:00:00Z"))).toBeNull();
});

test("nobody chooses by hand what the ballots decide, nor anything while voting is open", () => {
  for (const to of PHASES) {
    const follows = ["voting", "checking-the-count", "results"].includes(to);
    expect(whyNotSwitch({ to, stands: null, votingIsOpen: false })).toBe(follows ? "phase-follows-the-ballot" : null);
    expect(whyNotSwitch({ to, stands: null, votingIsOpen: true })).toBe(follows ? "phase-follows-the-ballot" : "voting-is-open");
    if (!follows) expect(whyNotSwitch({ to, stands: to, votingIsOpen: false })).toBe("stands-there");
  }
});

test("a year later phases are still right, and on the same days of the week", () => {
  fc.assert(
    fc.property(programmes, (phases) => {
      expect(judgePhases(phasesYearLater(phases))).toEqual([]);
    }),
  );
  expect(yearLater("2026-09-28")).toBe("2027-09-27"); // both Mondays
});

test("costs are public from the phase that publishes them on, and with the vote itself", () => {
  expect(PHASES.filter((phase) => costsArePublic(phase, false))).toEqual(["publishing-costs", "voting", "checking-the-count", "results", "delivery"]);
  expect([costsArePublic(null, false), costsArePublic(null, true), costsArePublic("feasibility", true)]).toEqual([false, true, true]);
});

test("a programme never stands behind its ballots, and never ahead of what comes next", () => {
  fc.assert(
    fc.property(fc.option(fc.constantFrom(...PHASES)), fc.constantFrom("open", "closed", "declared"), (stands, ballots) => {
      const shown = notBehindBallots(stands, ballots);
      const place = (phase: (typeof PHASES)[number] | null) => (phase === null ? -1 : PHASES.indexOf(phase));
      const least = { open: null, closed: "checking-the-count", declared: "results" } as const;
      expect(place(shown)).toBe(Math.max(place(least[ballots]), place(stands)));
    }),
  );
  const phases: DatedPhase[] = [
    { phase: "voting", startsOn: "2027-01-01", endsOn: "2027-01-20" },
    { phase: "results", startsOn: "2027-01-27", endsOn: "2027-01-27" },
    { phase: "delivery", startsOn: "2027-03-01", endsOn: null },
  ];
  const now = new Date("2027-01-10T12:00:00Z");
  expect(nextPhase(phases, "voting", now)?.phase).toBe("results");
  expect(nextPhase(phases, "results", now)?.phase, "declared before its day").toBe("delivery");
  expect(nextPhase(phases, "delivery", now)).toBeNull();
});
