import type { EngagementState } from "./engagement.ts";

/** What an officer may be asked to do next for a vote. */
export const TO_DO_KINDS = ["finish-draft", "approve", "publish", "close", "count", "declare", "report-back", "archive"] as const;
export type ToDoKind = (typeof TO_DO_KINDS)[number];

export interface VoteToWatch {
  readonly id: string;
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly resultsAt: Date | null;
  /** Whether every poll of it has been counted; declared ones count. */
  readonly counted: boolean;
}

export interface ToDo<Vote extends VoteToWatch = VoteToWatch> {
  readonly kind: ToDoKind;
  readonly vote: Vote;
  /** When it should be done; null where nothing hurries. */
  readonly due: Date | null;
}

const DAY_MS = 86_400_000;
/** The council owes an answer twelve weeks after voting closes. */
export const ANSWER_DAYS = 84;
const CLOSING_SOON_DAYS = 14;

export const answerDue = (closesAt: Date): Date => new Date(closesAt.getTime() + ANSWER_DAYS * DAY_MS);

/** What is to be done for these votes by somebody who `may` do it, what is due soonest first. */
export function toDos<Vote extends VoteToWatch>(votes: readonly Vote[], may: (kind: ToDoKind, vote: Vote) => boolean, now: Date): readonly ToDo<Vote>[] {
  const all = votes.flatMap((vote) => {
    const next = nextFor(vote, now);
    return next && may(next.kind, vote) ? [{ ...next, vote }] : [];
  });
  return all.sort((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity) || a.vote.id.localeCompare(b.vote.id));
}

function nextFor(vote: VoteToWatch, now: Date): Omit<ToDo, "vote"> | null {
  const { state, opensAt, closesAt, resultsAt } = vote;
  switch (state) {
    case "draft":
      return { kind: "finish-draft", due: opensAt };
    case "in-review":
      return { kind: "approve", due: opensAt };
    case "approved":
      return { kind: "publish", due: opensAt };
    case "published":
      return closesAt && closesAt.getTime() - now.getTime() <= CLOSING_SOON_DAYS * DAY_MS ? { kind: "close", due: closesAt } : null;
    case "closed":
    case "analysed":
      return vote.counted ? { kind: "declare", due: resultsAt } : { kind: "count", due: resultsAt };
    case "decided":
      return { kind: "report-back", due: closesAt && answerDue(closesAt) };
    case "fed-back":
      return { kind: "archive", due: null };
    case "archived":
      return null;
  }
}
