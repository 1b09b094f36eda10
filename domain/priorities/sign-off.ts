import type { Fault } from "#domain/basics/fault.ts";
import type { ApprovalStep } from "./framework.ts";

/** Approvals that ask for opinions on a draft: it may change after them, and is meant to. Every other is of the text as it then stood. */
export const CONSULTATIONS: readonly ApprovalStep[] = ["public-consultation", "partner-consultation"];

/** A sign-off of a draft with the number of the version it is of. */
export interface StepOfVersion {
  readonly step: ApprovalStep;
  readonly version: number;
}

/** Whether what was approved still stands: a change of the draft after it makes it void, but for a consultation. */
export const stepStands = ({ step, version }: StepOfVersion, current: number): boolean => CONSULTATIONS.includes(step) || version === current;

/** What stands against a sign-off: that the draft is no longer the version that was read. */
export const refuseVersion = (read: number, current: number): Fault | null => (read === current ? null : { field: "", code: "version-moved", params: { read, current } });
