import type { Progress } from "#domain/budgeting/progress.ts";
import { ENGAGEMENT_STATES, type EngagementState } from "./engagement.ts";

/** A declared result both analyses and decides: residents decided, and nobody weighs it again. */
const FOLLOWS: Readonly<Record<Progress, EngagementState>> = { voting: "published", closed: "closed", declared: "decided" };

/** Where a published vote stands once its polls have got this far. It never goes back, and other states stay as they are. */
export function stateAfterPolls(state: EngagementState, progress: Progress): EngagementState {
  if (!["published", "closed", "analysed"].includes(state)) return state;
  const reached = FOLLOWS[progress];
  return ENGAGEMENT_STATES.indexOf(reached) > ENGAGEMENT_STATES.indexOf(state) ? reached : state;
}
