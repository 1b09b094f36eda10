import { moveBy, type Lifecycle, type Transition } from "#domain/basics/lifecycle.ts";
import { ENGAGEMENT_STATES, type EngagementState } from "./engagement.ts";

export type EngagementStep =
  | "send-for-approval"
  | "send-back"
  | "approve"
  | "publish"
  | "close"
  | "count"
  | "decide"
  | "report-back"
  | "archive";

/** How an engagement goes through the council: by whom each step may be taken stands in domain/policy/involvement.ts. */
export const ENGAGEMENT_LIFECYCLE: Lifecycle<EngagementState, EngagementStep> = {
  thing: "an engagement",
  initial: "draft",
  states: ENGAGEMENT_STATES,
  transitions: [
    { act: "send-for-approval", from: "draft", to: "in-review" },
    { act: "send-back", from: "in-review", to: "draft" },
    { act: "approve", from: "in-review", to: "approved" },
    // An approved draft whose dates have passed, or in which a mistake is found, must not be stuck.
    { act: "send-back", from: "approved", to: "draft" },
    { act: "publish", from: "approved", to: "published" },
    { act: "close", from: "published", to: "closed" },
    { act: "count", from: "closed", to: "analysed" },
    { act: "decide", from: "analysed", to: "decided" },
    { act: "report-back", from: "decided", to: "fed-back" },
    { act: "archive", from: "fed-back", to: "archived" },
  ],
};

/** Whether a step may be taken from where an engagement stands. */
export const mayStep = (state: EngagementState, step: EngagementStep): boolean => moveBy(ENGAGEMENT_LIFECYCLE, state, step).ok;

/** Where a step leads. Throws RangeError where it may not be taken: who asks has been authorised for it. */
export function stateAfter(state: EngagementState, step: EngagementStep): EngagementState {
  const moved = moveBy(ENGAGEMENT_LIFECYCLE, state, step);
  if (!moved.ok) throw new RangeError(`An engagement that is ${state} cannot ${step}`);
  return moved.value;
}

const arrowOf = (step: EngagementStep): Transition<EngagementState, EngagementStep> => {
  const arrow = ENGAGEMENT_LIFECYCLE.transitions.find(({ act }) => act === step);
  if (!arrow) throw new RangeError(`No engagement can ${step}`);
  return arrow;
};

/** A state from which a step is taken; for judging again a form that was sent twice. */
export const stateBefore = (step: EngagementStep): EngagementState => arrowOf(step).from;

/** Whether a step has led here: the state it leads to. */
export const isWhere = (state: EngagementState, step: EngagementStep): boolean => arrowOf(step).to === state;
