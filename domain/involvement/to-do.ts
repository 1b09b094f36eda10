import type { EngagementState } from "./engagement.ts";
import { answerDue } from "./response-clock.ts";

/** What an officer may be asked to do next for a vote; a consultation has its quality checked first, closes by itself, and its answers are shown and answered instead of counted. */
export const TO_DO_KINDS = ["finish-draft", "check-quality", "approve", "publish", "close", "count", "declare", "show-results", "answer-themes", "report-back", "archive"] as const;
export type ToDoKind = (typeof TO_DO_KINDS)[number];

export const INSTRUMENTS = ["vote", "consultation"] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** What an officer's lists name beside them: elections have steps of their own (domain/elections/to-do.ts). */
export type ListedInstrument = Instrument | "election";

export interface EngagementToWatch {
  readonly id: string;
  readonly instrument: Instrument;
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly resultsAt: Date | null;
  /** Whether every poll of it has been counted; declared ones count. A consultation has none. */
  readonly counted: boolean;
  /** Whether somebody checked the quality of what was sent for approval last. */
  readonly checked: boolean;
}

export interface ToDo<Engagement extends EngagementToWatch = EngagementToWatch> {
  readonly kind: ToDoKind;
  readonly engagement: Engagement;
  /** When it should be done; null where nothing hurries. */
  readonly due: Date | null;
}

const DAY_MS = 86_400_000;
const CLOSING_SOON_DAYS = 14;

/** What is to be done for these engagements by somebody who `may` do it, what is due soonest first. */
export function toDos<Engagement extends EngagementToWatch>(engagements: readonly Engagement[], may: (kind: ToDoKind, engagement: Engagement) => boolean, now: Date): readonly ToDo<Engagement>[] {
  const all = engagements.flatMap((engagement) => {
    const next = nextFor(engagement, now);
    return next && may(next.kind, engagement) ? [{ ...next, engagement }] : [];
  });
  return all.sort((a, b) => soonestFirst(a, b) || a.engagement.id.localeCompare(b.engagement.id));
}

/** What is due soonest first; what nothing hurries last. */
export const soonestFirst = (a: { readonly due: Date | null }, b: { readonly due: Date | null }): number => {
  const [first, second] = [a.due?.getTime() ?? Infinity, b.due?.getTime() ?? Infinity];
  return first === second ? 0 : first - second;
};

type Next = Omit<ToDo, "engagement">;

function nextFor(engagement: EngagementToWatch, now: Date): Next | null {
  const { state, opensAt, instrument, checked } = engagement;
  switch (state) {
    case "draft":
      return { kind: "finish-draft", due: opensAt };
    case "in-review":
      return { kind: instrument === "consultation" && !checked ? "check-quality" : "approve", due: opensAt };
    case "approved":
      return { kind: "publish", due: opensAt };
    case "archived":
      return null;
    default:
      return instrument === "vote" ? nextForVote(engagement, now) : nextForConsultation(engagement, now);
  }
}

function nextForVote({ state, closesAt, resultsAt, counted }: EngagementToWatch, now: Date): Next | null {
  switch (state) {
    case "published":
      return closesAt && closesAt.getTime() - now.getTime() <= CLOSING_SOON_DAYS * DAY_MS ? { kind: "close", due: closesAt } : null;
    case "closed":
    case "analysed":
      return counted ? { kind: "declare", due: resultsAt } : { kind: "count", due: resultsAt };
    case "decided":
      return { kind: "report-back", due: closesAt && answerDue(closesAt) };
    case "fed-back":
      return { kind: "archive", due: null };
    default:
      return null;
  }
}

/** Twelve weeks from its close are for both: showing what people said, and answering it. */
function nextForConsultation({ state, closesAt, resultsAt }: EngagementToWatch, now: Date): Next | null {
  const due = closesAt && answerDue(closesAt);
  const over = state === "closed" || (state === "published" && closesAt !== null && closesAt <= now);
  if (over) return { kind: "show-results", due: resultsAt ?? due };
  switch (state) {
    case "analysed":
      return { kind: "answer-themes", due };
    case "decided":
      return { kind: "report-back", due };
    case "fed-back":
      return { kind: "archive", due: null };
    default:
      return null;
  }
}
