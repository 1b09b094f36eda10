import fc from "fast-check";
import { expect, it } from "vitest";
import { APPROVAL_STEPS, FRAMEWORKS, frameworkOf } from "./framework.ts";
import { approvalsInOrder, refuseFramework } from "./own-framework.ts";
import { CONSULTATIONS } from "./sign-off.ts";

const codes = (faults: ReturnType<typeof refuseFramework>) => faults.map(({ field, code }) => [field, code]);

it("takes each of the frameworks that come with the program", () => {
  for (const framework of FRAMEWORKS) expect(refuseFramework(framework)).toEqual([]);
});

it("asks for somebody who approves the text, whatever the order", () => {
  const order = fc.shuffledSubarray([...APPROVAL_STEPS]);
  fc.assert(
    fc.property(order, (approvals) => {
      const refused = refuseFramework({ ...frameworkOf("council-plan"), localNeedsConsent: true, approvals }).some(({ code }) => code === "approval-needed");
      const last = approvals.at(-1);
      expect(refused).toBe(last === undefined || CONSULTATIONS.includes(last));
    }),
  );
});

it("names every rule that does not go with another", () => {
  const plan = frameworkOf("council-plan");
  expect(codes(refuseFramework({ ...plan, designateWithinMonths: 1, designatedByRevision: true, periodYears: 31, lockMonths: 25 }))).toEqual([
    ["periodYears", "too-many-years"],
    ["designateWithinMonths", "nothing-to-designate"],
    ["designatedByRevision", "nothing-to-designate"],
    ["lockMonths", "lock-too-long"],
  ]);
  expect(codes(refuseFramework({ ...plan, mostDesignated: 5 }))).toEqual([["designateWithinMonths", "designation-needs-time"]]);
  expect(codes(refuseFramework({ ...plan, approvals: ["partners-agreed"] }))).toEqual([["localNeedsConsent", "agreed-so-consent"]]);
});

it("puts approvals in the order they were numbered, gaps or not, and refuses one number twice", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 8 }), (numbers) => {
      const numbered = APPROVAL_STEPS.map((step, at) => ({ step, order: numbers[at] ?? null }));
      expect(approvalsInOrder(numbered)).toEqual([...numbered].filter(({ order }) => order !== null).sort((one, other) => (one.order ?? 0) - (other.order ?? 0)).map(({ step }) => step));
    }),
  );
  expect(approvalsInOrder([{ step: "submission", order: 1 }, { step: "council-approval", order: 1 }])).toBeNull();
});
