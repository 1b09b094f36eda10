import type { Fault } from "#domain/basics/fault.ts";
import { addDays, londonDay, type CivilDay } from "#domain/basics/london-time.ts";

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
 * Phases must begin in the order of PHASES, none may end before it begins, and none may begin before the one before it is over;
 * one without an end lasts until the next begins. Each fault stands beside the field of its phase, `voting-startsOn`.
 */
export function judgePhases(phases: readonly DatedPhase[]): readonly Fault[] {
  const inOrder = inOrderOf(phases);
  return inOrder.flatMap(({ phase, startsOn, endsOn }, at) => {
    const before = inOrder[at - 1];
    const faults: Fault[] = [];
    if (before !== undefined && startsOn < before.startsOn) faults.push({ field: `${phase}-startsOn`, code: "phase-before-the-last", params: { before: before.phase } });
    else if (before?.endsOn != null && startsOn <= before.endsOn) faults.push({ field: `${phase}-startsOn`, code: "phase-overlaps", params: { before: before.phase, untilOn: before.endsOn } });
    if (endsOn !== null && endsOn < startsOn) faults.push({ field: `${phase}-endsOn`, code: "ends-before-it-starts" });
    return faults;
  });
}

const inOrderOf = (phases: readonly DatedPhase[]): readonly DatedPhase[] => PHASES.flatMap((phase) => phases.filter((each) => each.phase === phase));

/** The phase a day falls in by the dates: null before the first, and between one that ended and the next. */
export function phaseOn(phases: readonly DatedPhase[], day: CivilDay): DatedPhase | null {
  const last = inOrderOf(phases).findLast(({ startsOn }) => startsOn <= day) ?? null;
  return last === null || (last.endsOn !== null && last.endsOn < day) ? null : last;
}

/** A phase that an officer chose. */
export interface SwitchByHand {
  readonly phase: Phase;
  readonly at: Date;
}

/** Where a programme stands: what an officer chose holds until the next dated phase begins on a later day; else the dates say it. */
export function phaseAt(phases: readonly DatedPhase[], byHand: SwitchByHand | null, now: Date): Phase | null {
  const today = londonDay(now);
  if (byHand === null || byHand.at > now) return phaseOn(phases, today)?.phase ?? null;
  const chosenOn = londonDay(byHand.at);
  const begunSince = phases.some(({ startsOn }) => startsOn > chosenOn && startsOn <= today);
  return begunSince ? (phaseOn(phases, today)?.phase ?? null) : byHand.phase;
}

/**
 * Where a programme stands for whoever reads its page: never behind its ballots. Voting can close before the last day of its phase, and a
 * result can be declared before the day of results; an officer's or the dates' later phase stays.
 */
export function notBehindBallots(stands: Phase | null, ballots: "open" | "closed" | "declared"): Phase | null {
  if (ballots === "open") return stands;
  const least: Phase = ballots === "closed" ? "checking-the-count" : "results";
  return stands === null || PHASES.indexOf(stands) < PHASES.indexOf(least) ? least : stands;
}

/** The phase that begins next by its date and comes after where the programme stands; null after the last. */
export const nextPhase = (phases: readonly DatedPhase[], stands: Phase | null, now: Date): DatedPhase | null =>
  phases.find(({ phase, startsOn }) => startsOn > londonDay(now) && (stands === null || PHASES.indexOf(phase) > PHASES.indexOf(stands))) ?? null;

/** These follow the ballots themselves: their times, their count, their declaration. Nobody chooses them by hand. */
export const PHASES_OF_THE_BALLOT = ["voting", "checking-the-count", "results"] as const satisfies readonly Phase[];

/** Why a programme cannot be moved to a phase by hand now; null where it can. */
export function whyNotSwitch(
  { to, stands, votingIsOpen }: { readonly to: Phase; readonly stands: Phase | null; readonly votingIsOpen: boolean },
): "phase-follows-the-ballot" | "voting-is-open" | "stands-there" | null {
  if ((PHASES_OF_THE_BALLOT as readonly Phase[]).includes(to)) return "phase-follows-the-ballot";
  if (votingIsOpen) return "voting-is-open";
  return to === stands ? "stands-there" : null;
}

/** A year later on the same day of the week: 52 weeks, so that neither lengths nor gaps change. */
export const yearLater = (day: CivilDay): CivilDay => addDays(day, 364);

/** The phases of a programme moved by a year. */
export const phasesYearLater = (phases: readonly DatedPhase[]): readonly DatedPhase[] =>
  phases.map(({ phase, startsOn, endsOn }) => ({ phase, startsOn: yearLater(startsOn), endsOn: endsOn === null ? null : yearLater(endsOn) }));

/** Whether residents may read what proposals cost: from the phase that publishes costs on, and whenever the vote itself is public. */
export const costsArePublic = (stands: Phase | null, voteIsPublic: boolean): boolean => voteIsPublic || (stands !== null && PHASES.indexOf(stands) >= PHASES.indexOf("publishing-costs"));
