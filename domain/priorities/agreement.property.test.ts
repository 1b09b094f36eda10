import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDay } from "#domain/basics/london-time.ts";
import { CHANGE_KINDS, designationEnds, lockEnds, nextStep, periodEnd, refuseChange, refuseDesignation, refuseOneMore, refusePeriod, refuseStep, yearsOf, type TargetUnderRules } from "./agreement.ts";
import { FRAMEWORKS, frameworkOf, type ApprovalStep } from "./framework.ts";
import { fitYears, refuseYears } from "./target-content.ts";
import { monthsAfter } from "./month-after.ts";

const LAA = frameworkOf("local-area-agreement-2008");
const PLAN = frameworkOf("council-plan");
const day = fc.integer({ min: 0, max: 12_000 }).map((days): CivilDay => addDays("2000-01-01", days));
const local = (approvedOn: CivilDay): TargetUnderRules => ({ kind: "local", designatedOn: null, approvedOn });

describe("the local area agreement of 2008", () => {
  it("holds 35 designated targets and not one more, 16 statutory ones, and any number of local ones", () => {
    fc.assert(
      fc.property(fc.nat(500), (has) => {
        expect(refuseOneMore(LAA, "designated", has) === null).toBe(has < 35);
        expect(refuseOneMore(LAA, "statutory", has) === null).toBe(has < 16);
        expect(refuseOneMore(LAA, "local", has)).toBeNull();
      }),
    );
    expect(refuseOneMore(LAA, "designated", 35)).toMatchObject({ code: "too-many-designated", params: { most: 35, source: expect.stringContaining("35") as string } });
    expect(refuseOneMore({ ...PLAN, mostLocal: 12 }, "local", 11)).toBeNull();
    expect(refuseOneMore({ ...PLAN, mostLocal: 12 }, "local", 12)).toMatchObject({ code: "too-many-local", params: { most: 12 } });
    expect(refuseOneMore(PLAN, "designated", 0)).toMatchObject({ code: "kind-unknown" });
  });

  it("runs three years to the day", () => {
    expect(refusePeriod(LAA, { from: "2008-04-01", to: "2011-03-31" })).toBeNull();
    expect(refusePeriod(LAA, { from: "2008-04-01", to: "2011-04-01" })).toMatchObject({ code: "wrong-period", params: { endsOn: "2011-03-31" } });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 4_000 }), (from, days) => {
        expect(refusePeriod(LAA, { from, to: addDays(from, days) }) === null).toBe(addDays(from, days) === periodEnd(from, 3));
      }),
    );
  });

  it("counts a year that has begun, and takes no plan of more than 30", () => {
    expect(yearsOf({ from: "2008-04-01", to: "2011-03-31" })).toBe(3);
    expect(yearsOf({ from: "2008-04-01", to: "2011-04-01" })).toBe(4);
    expect(refusePeriod(PLAN, { from: "2026-04-01", to: "2056-04-01" })).toMatchObject({ code: "too-many-years" });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, years) => {
        expect(yearsOf({ from, to: periodEnd(from, years) })).toBe(years);
        expect(refuseYears(Array.from({ length: years }, () => 1), years)).toBeNull();
        expect(refuseYears([...Array.from({ length: years }, () => null), 1], years)).toMatchObject({ field: `year${years + 1}`, code: "years-beyond" });
        expect(fitYears([1], years)).toEqual([1, ...Array.from({ length: years - 1 }, () => null)]);
      }),
    );
  });

  it("takes a designation up to the corresponding date of the next month, and frees local targets the day after", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5, max: 70 }), (approvedOn, after) => {
        const on = addDays(approvedOn, after);
        const ends = monthsAfter(approvedOn, 1);
        expect(designationEnds(LAA, approvedOn)).toBe(ends);
        expect(lockEnds(LAA, approvedOn)).toBe(ends);
        expect(refuseDesignation(LAA, { kind: "designated", designatedOn: null, approvedOn }, on) === null).toBe(on >= approvedOn && on <= ends);
        const consented = [{ partnerId: "a", answer: "consents" as const }];
        expect(refuseChange(LAA, local(approvedOn), { kind: "amendment", on, concerned: consented }) === null).toBe(on > ends);
      }),
    );
    expect(monthsAfter("2008-06-30", 1)).toBe("2008-07-30");
    expect(monthsAfter("2008-01-31", 1)).toBe("2008-02-29");
    expect(monthsAfter("2007-12-15", 1)).toBe("2008-01-15");
  });

  it("changes a designated target by a revision proposal and in no other way", () => {
    const designated: TargetUnderRules = { kind: "designated", designatedOn: "2008-07-01", approvedOn: "2008-06-30" };
    for (const kind of CHANGE_KINDS) {
      const fault = refuseChange(LAA, designated, { kind, on: "2009-03-02", concerned: [] });
      expect([kind, fault === null]).toEqual([kind, kind === "revision" || kind === "revocation"]);
    }
    expect(refuseChange(LAA, designated, { kind: "amendment", on: "2009-03-02", concerned: [] })).toMatchObject({ code: "by-revision-only", params: { source: expect.stringContaining("110") as string } });
  });

  it("changes a local target only with the consent of every partner concerned", () => {
    const answer = fc.constantFrom("consents" as const, "refuses" as const, null);
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), fc.constantFrom("amendment" as const, "removal" as const), (answers, kind) => {
        const concerned = answers.map((each, at) => ({ partnerId: String(at), answer: each }));
        const fault = refuseChange(LAA, local("2008-06-30"), { kind, on: "2009-01-05", concerned });
        expect(fault === null).toBe(answers.every((each) => each === "consents"));
        if (fault) expect(fault).toMatchObject({ code: "consent-missing", params: { count: answers.filter((each) => each !== "consents").length } });
      }),
    );
  });

  it("takes a new local target with the consent of those it relates to, even in the first month", () => {
    expect(refuseChange(LAA, null, { kind: "addition", on: "2008-07-01", concerned: [{ partnerId: "a", answer: "consents" }] })).toBeNull();
    expect(refuseChange(LAA, null, { kind: "addition", on: "2008-07-01", concerned: [{ partnerId: "a", answer: null }] })).toMatchObject({ code: "consent-missing" });
  });
});

describe("approval", () => {
  const whole = { targets: 3, partnersMissing: 0, councils: 2, councilsMissing: 0, targetsUnready: 0, today: "2008-06-30" };

  it("goes through a framework's steps in their order and ends", () => {
    for (const framework of FRAMEWORKS) {
      const taken: { step: ApprovalStep; on: CivilDay }[] = [];
      for (const step of framework.approvals) {
        for (const other of framework.approvals) {
          const fault = refuseStep(framework, { ...whole, step: other, on: "2008-06-01", taken });
          expect(fault === null).toBe(other === step);
        }
        taken.push({ step, on: "2008-06-01" });
      }
      expect(nextStep(framework, framework.approvals)).toBeNull();
    }
  });

  it("waits for partners and for whole targets, and is neither in the future nor before the step before", () => {
    const first = { ...whole, step: "partner-consultation" as const, on: "2008-05-01", taken: [] };
    expect(refuseStep(LAA, { ...first, on: "2008-07-01" })).toMatchObject({ code: "in-future" });
    expect(refuseStep(LAA, { ...first, targets: 0 })).toMatchObject({ code: "no-targets" });
    expect(refuseStep(LAA, { ...first, targetsUnready: 2 })).toMatchObject({ code: "targets-unready", params: { count: 2 } });
    const second = { ...whole, step: "partners-agreed" as const, on: "2008-05-02", taken: [{ step: "partner-consultation" as const, on: "2008-05-01" }] };
    expect(refuseStep(LAA, second)).toBeNull();
    expect(refuseStep(LAA, { ...second, on: "2008-04-30" })).toMatchObject({ code: "before-step" });
    expect(refuseStep(LAA, { ...second, partnersMissing: 1 })).toMatchObject({ code: "partners-missing" });
    const combined = frameworkOf("combined-authority-plan");
    const signing = { ...whole, step: "councils-signed" as const, on: "2008-05-02", taken: [{ step: "partner-consultation" as const, on: "2008-05-01" }] };
    expect(refuseStep(combined, signing)).toBeNull();
    expect(refuseStep(combined, { ...signing, councils: 1 })).toMatchObject({ code: "too-few-councils" });
    expect(refuseStep(combined, { ...signing, councilsMissing: 1 })).toMatchObject({ code: "councils-missing" });
    // A council plan of two councils is not in force before both have signed.
    expect(refuseStep(PLAN, { ...signing, step: "council-approval", councilsMissing: 1, taken: [{ step: "public-consultation", on: "2008-05-01" }] })).toMatchObject({ code: "councils-missing" });
  });
});

it("every limit a framework sets has a source of its own", () => {
  for (const each of FRAMEWORKS) {
    if (each.periodYears !== null) expect(each.sources.period).toBeDefined();
    if (each.mostDesignated !== null) expect([each.sources.designated, each.sources.designation, each.sources.revision]).not.toContain(undefined);
    if (each.localNeedsConsent) expect(each.sources.consent).toBeDefined();
    if (each.lockMonths > 0) expect(each.sources.lock).toBeDefined();
  }
});
