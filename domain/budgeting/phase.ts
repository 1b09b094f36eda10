import type { Fault } from "#domain/basics/fault.ts";

/** Phases a programme may pass through; each can be left out. */
export const PHASES = [
  "informing",
  "collecting-ideas",
  "developing-proposals",
  "feasibility",
  "shortlisting",
  "publishing-costs",
  "voting",
  "checking-the-count",
  "results",
  "delivery",
] as const;
export type Phase = (typeof PHASES)[number];

/** A phase of a programme with its days, `2026-09-28`. */
export interface DatedPhase {
  readonly phase: Phase;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/**
 * Phases must begin in the order of PHASES and none may end before it begins; they may overlap.
 * Each fault stands beside the field of its phase, `voting-startsOn`.
 */
export function judgePhases(phases: readonly DatedPhase[]): readonly Fault[] {
  const inOrder = PHASES.flatMap((phase) => phases.filter((each) => each.phase === phase));
  return inOrder.flatMap(({ phase, startsOn, endsOn }, at) => {
    const before = inOrder[at - 1];
    const faults: Fault[] = [];
    if (before !== undefined && startsOn < before.startsOn) faults.push({ field: `${phase}-startsOn`, code: "phase-before-the-last", params: { before: before.phase } });
    if (endsOn !== null && endsOn < startsOn) faults.push({ field: `${phase}-endsOn`, code: "ends-before-it-starts" });
    return faults;
  });
}
