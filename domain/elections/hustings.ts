import type { Fault } from "#domain/basics/fault.ts";
import type { Lifecycle } from "#domain/basics/lifecycle.ts";
import type { ElectionStage } from "./stage.ts";
import { countWords } from "./statement.ts";

/** `held` until somebody has read it; what was refused is seen by its author and by moderators only. */
export const HUSTINGS_STATES = ["held", "shown", "refused"] as const;
export type HustingsState = (typeof HUSTINGS_STATES)[number];

/** Why a question or an answer is not shown. */
export const HUSTINGS_REASONS = ["names-somebody", "unkind", "not-for-candidates", "asked-before", "not-true", "other"] as const;
export type HustingsReason = (typeof HUSTINGS_REASONS)[number];

export type HustingsStep = "show" | "refuse" | "write-again";

/** A question to the candidates, and an answer to it: read before anybody else sees it, and then it stays. Who was refused may write anew. */
export const HUSTINGS_LIFECYCLE: Lifecycle<HustingsState, HustingsStep> = {
  thing: "a question or an answer at the hustings",
  initial: "held",
  states: HUSTINGS_STATES,
  transitions: [
    { act: "show", from: "held", to: "shown" },
    { act: "refuse", from: "held", to: "refused" },
    { act: "write-again", from: "held", to: "held" },
    { act: "write-again", from: "refused", to: "held" },
    // Something was overlooked: what is shown can still be taken down, with its reason.
    { act: "refuse", from: "shown", to: "refused" },
  ],
};

/** The longest question, in characters, and the longest answer, in words. */
export const LONGEST_QUESTION = 300;
export const MOST_WORDS_OF_ANSWER = 150;
/** Questions one person may ask at an election in a day. */
export const QUESTIONS_A_DAY = 5;

/** Questions are taken and answered from the day candidates are known until voting is over. */
export const hustingsOpen = (stage: ElectionStage): boolean => stage === "nominations" || stage === "checking" || stage === "candidates" || stage === "voting";

export function judgeAnswer(text: string): readonly Fault[] {
  const words = countWords(text);
  return words > MOST_WORDS_OF_ANSWER ? [{ field: "text", code: "answer-too-long", params: { words, most: MOST_WORDS_OF_ANSWER, over: words - MOST_WORDS_OF_ANSWER } }] : [];
}

/** Where and when candidates meet people. */
export interface HustingsEvent {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly onlineUrl: string;
}

/** An event ends after it begins, before voting does, and can be come to: at a place, or by a link. */
export function judgeEvent({ startsAt, endsAt, place, onlineUrl }: HustingsEvent, { now, votingEndsAt }: { readonly now: Date; readonly votingEndsAt: Date }): readonly Fault[] {
  return [
    ...(startsAt <= now ? [{ field: "on", code: "event-past" }] : startsAt >= votingEndsAt ? [{ field: "on", code: "event-after-voting" }] : []),
    ...(endsAt <= startsAt ? [{ field: "until", code: "event-ends-first" }] : []),
    ...(place === "" && onlineUrl === "" ? [{ field: "placeEn", code: "event-nowhere" }] : []),
  ];
}
