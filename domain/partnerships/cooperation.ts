import { moveBy, type Lifecycle } from "#domain/basics/lifecycle.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { addWorkingDays } from "#domain/basics/working-days.ts";

export const COOPERATION_STATES = ["sent", "acknowledged", "agreed", "agreed-with-changes", "declined"] as const;
export type CooperationState = (typeof COOPERATION_STATES)[number];
export const COOPERATION_ANSWERS = ["acknowledge", "agree", "agree-with-changes", "decline"] as const;
export type CooperationAnswer = (typeof COOPERATION_ANSWERS)[number];

/** A request to co-operate on a target: acknowledged first, then answered once and for good. */
export const COOPERATION_LIFECYCLE: Lifecycle<CooperationState, CooperationAnswer> = {
  thing: "a request to co-operate",
  initial: "sent",
  states: COOPERATION_STATES,
  transitions: [
    { act: "acknowledge", from: "sent", to: "acknowledged" },
    { act: "agree", from: "acknowledged", to: "agreed" },
    { act: "agree-with-changes", from: "acknowledged", to: "agreed-with-changes" },
    { act: "decline", from: "acknowledged", to: "declined" },
  ],
};

/**
 * Working days in which a partner acknowledges and answers. The Act sets no time (sections 106 and 108 ask for co-operation and regard);
 * these are the partnership’s own protocol, the same for every partner.
 */
export const DAYS_TO_ACKNOWLEDGE = 10;
export const DAYS_TO_ANSWER = 30;

/** What stands against an answer. */
export type AnswerFault = "wrong-state" | "reason-missing" | "changes-missing";

/** The state an answer leads to. A decline says why; an agreement with changes says which. */
export function answerRequest(state: CooperationState, answer: CooperationAnswer, words: string): Result<CooperationState, AnswerFault> {
  if (answer === "decline" && words.trim() === "") return err("reason-missing");
  if (answer === "agree-with-changes" && words.trim() === "") return err("changes-missing");
  const next = moveBy(COOPERATION_LIFECYCLE, state, answer);
  return next.ok ? ok(next.value) : next;
}

export interface CooperationClock {
  /** What is waited for; null once it is answered. */
  readonly waitsFor: "acknowledgement" | "answer" | null;
  /** The last working day in time. */
  readonly dueOn: CivilDay | null;
  readonly late: boolean;
}

/** Whose turn it is and until when. Days are working days of England and Wales, the day of sending not counted. */
export function cooperationClock(state: CooperationState, sentOn: CivilDay, today: CivilDay): CooperationClock {
  if (state !== "sent" && state !== "acknowledged") return { waitsFor: null, dueOn: null, late: false };
  const dueOn = addWorkingDays(sentOn, state === "sent" ? DAYS_TO_ACKNOWLEDGE : DAYS_TO_ANSWER);
  return { waitsFor: state === "sent" ? "acknowledgement" : "answer", dueOn, late: today > dueOn };
}
