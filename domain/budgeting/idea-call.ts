import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { PHASES, type DatedPhase, type Phase } from "./phase.ts";

/** Whether ideas are asked for: opened by an officer, closed early by one, and in the days of the phase in between. */
export interface IdeaCall {
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** How many a person may send. */
  readonly mostPerPerson: number;
}

export type CallStanding = "not-open" | "forthcoming" | "open" | "over";

/**
 * Where a call stands on a day of London's calendar. The phase the programme stands in (`current`), moved by date or by hand, is what counts;
 * before its first phase and between two the dates do. Without a phase of collecting ideas it is open from the officer's opening to the officer's closing.
 */
export function callStanding({ openedAt, closedAt }: IdeaCall, phases: readonly DatedPhase[], today: CivilDay, current: Phase | null = null): CallStanding {
  if (openedAt === null) return "not-open";
  if (closedAt !== null) return "over";
  const phase = phases.find((each) => each.phase === "collecting-ideas");
  if (phase === undefined || current === "collecting-ideas") return "open";
  if (current !== null) return PHASES.indexOf(current) > PHASES.indexOf("collecting-ideas") ? "over" : "forthcoming";
  if (today < phase.startsOn) return "forthcoming";
  return phase.endsOn !== null && today > phase.endsOn ? "over" : "open";
}

/** Whether somebody who sent `sent` ideas, not counting withdrawn and removed ones, may send one more. */
export const mayAddIdea = (standing: CallStanding, call: IdeaCall, sent: number): Result<void, "call-not-open" | "call-over" | "too-many-ideas"> =>
  standing === "over" ? err("call-over") : standing !== "open" ? err("call-not-open") : sent >= call.mostPerPerson ? err("too-many-ideas") : ok();
