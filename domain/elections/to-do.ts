import type { ElectionStage } from "./stage.ts";

/** What waits at an election for somebody who works for the council. */
export const ELECTION_TASKS = ["give-notice", "check-nominations", "declare-without-poll", "draw-lot", "make-papers", "close", "count", "declare", "read-questions", "replace-slips"] as const;
export type ElectionTaskKind = (typeof ELECTION_TASKS)[number];

export interface ElectionToWatch {
  readonly stage: ElectionStage;
  /** Nominations sent and not decided. */
  readonly sent: number;
  /** Everybody who could withdraw has had the time to. */
  readonly withdrawalsOver: boolean;
  /** Contests in which no more people stand than there are places, not yet declared. */
  readonly withoutPoll: number;
  /** Contests that go to a poll. */
  readonly withPoll: number;
  /** Those of them whose order of names is still to be drawn. */
  readonly withoutLot: number;
  /** Polls that are open by their state though their time is over, closed and not counted, counted and not declared. */
  readonly polls: { readonly toClose: number; readonly toCount: number; readonly toDeclare: number };
  /** Questions and answers nobody has read. */
  readonly held: number;
  /** Packs of codes with slips missing that can still be voted with. */
  readonly shortPacks: number;
}

export interface ElectionTask {
  readonly kind: ElectionTaskKind;
  readonly count: number;
}

/** Everything that waits at an election, in the order of its stages; whoever may not do a thing is not shown it. */
export function electionTasks(election: ElectionToWatch, may: (kind: ElectionTaskKind) => boolean): readonly ElectionTask[] {
  const { stage, sent, withdrawalsOver, withoutPoll, withPoll, withoutLot, polls, held, shortPacks } = election;
  const ready = stage === "checking" && withdrawalsOver && sent === 0;
  const counts: Readonly<Record<ElectionTaskKind, number>> = {
    "give-notice": stage === "draft" ? 1 : 0,
    "check-nominations": sent,
    "declare-without-poll": ready ? withoutPoll : 0,
    "draw-lot": ready ? withoutLot : 0,
    "make-papers": ready && withoutPoll === 0 && withoutLot === 0 && withPoll > 0 ? 1 : 0,
    close: polls.toClose,
    count: polls.toCount,
    declare: polls.toDeclare,
    "read-questions": held,
    "replace-slips": shortPacks,
  };
  return ELECTION_TASKS.flatMap((kind) => (counts[kind] > 0 && may(kind) ? [{ kind, count: counts[kind] }] : []));
}
