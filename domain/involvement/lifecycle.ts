import type { Lifecycle } from "#domain/basics/lifecycle.ts";
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
