import type { Lifecycle } from "#domain/basics/lifecycle.ts";

/** Whether everybody sees an idea: not yet, yes, not while it is looked at, no. */
export const IDEA_SIGHTS = ["waiting", "shown", "held", "removed"] as const;
export type IdeaSight = (typeof IDEA_SIGHTS)[number];

export const SIGHT_ACTS = ["show", "hold", "remove", "uphold-appeal"] as const;
export type SightAct = (typeof SIGHT_ACTS)[number];

/** What a moderator may do with what residents wrote. What was removed comes back only on appeal, which another person answers. */
export const sightLifecycle: Lifecycle<IdeaSight, SightAct> = {
  thing: "what residents see of an idea",
  initial: "shown",
  states: IDEA_SIGHTS,
  transitions: [
    { act: "show", from: "waiting", to: "shown" },
    { act: "show", from: "held", to: "shown" },
    { act: "hold", from: "shown", to: "held" },
    { act: "remove", from: "waiting", to: "removed" },
    { act: "remove", from: "shown", to: "removed" },
    { act: "remove", from: "held", to: "removed" },
    { act: "uphold-appeal", from: "removed", to: "shown" },
  ],
};

/** Why an idea may be removed: the rules of the policy shown where people write. */
export const MODERATION_REASONS = ["personal-information", "about-a-person", "offensive", "unlawful", "advertising", "not-an-idea", "sent-many-times"] as const;
export type ModerationReason = (typeof MODERATION_REASONS)[number];

/** What residents may report, and what officers did: one log. */
export const MODERATION_ACTS = ["reported", "shown", "held", "removed", "report-dismissed", "appealed", "appeal-upheld", "appeal-refused"] as const;
export type ModerationAct = (typeof MODERATION_ACTS)[number];
