import fc from "fast-check";
import { expect, it } from "vitest";
import { APPROVAL_STEPS, FRAMEWORKS } from "./framework.ts";
import { nextStep } from "./agreement.ts";
import { CONSULTATIONS, refuseVersion, stepStands } from "./sign-off.ts";

const version = fc.integer({ min: 1, max: 40 });

it("voids every approval of an earlier version but the consultations", () => {
  fc.assert(
    fc.property(fc.constantFrom(...APPROVAL_STEPS), version, version, (step, given, current) => {
      expect(stepStands({ step, version: given }, current)).toBe(given === current || step === "public-consultation" || step === "partner-consultation");
    }),
  );
});

it("after a change the first approval of the text comes next again, in every framework", () => {
  for (const { approvals } of FRAMEWORKS) {
    const standing = approvals.map((step) => ({ step, version: 1 })).filter((each) => stepStands(each, 2));
    expect(nextStep({ approvals }, standing.map(({ step }) => step))).toBe(approvals.find((step) => !CONSULTATIONS.includes(step)) ?? null);
  }
});

it("takes a sign-off of the version that stands only", () => {
  expect(refuseVersion(3, 3)).toBeNull();
  expect(refuseVersion(2, 3)).toEqual({ field: "", code: "version-moved", params: { read: 2, current: 3 } });
});
