/** How far people's say goes, from telling to deciding. */
export const LEVELS = ["inform", "consult", "involve", "collaborate", "empower"] as const;
export type Level = (typeof LEVELS)[number];

export const TOPICS = [
  "budget-and-spending",
  "children-and-young-people",
  "community-safety",
  "culture-and-leisure",
  "environment-and-parks",
  "health-and-care",
  "housing-and-planning",
  "transport-and-streets",
] as const;
export type Topic = (typeof TOPICS)[number];

export const ENGAGEMENT_STATES = [
  "draft",
  "in-review",
  "approved",
  "published",
  "closed",
  "analysed",
  "decided",
  "fed-back",
  "archived",
] as const;
export type EngagementState = (typeof ENGAGEMENT_STATES)[number];

/** States in which everybody may see it. */
export const PUBLIC_STATES = ["published", "closed", "analysed", "decided", "fed-back", "archived"] as const satisfies readonly EngagementState[];

/** How an engagement stands for somebody looking at the hub. */
export type Standing = "forthcoming" | "open" | "closing-soon" | "closed" | "results" | "we-did";

const SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** Where a published engagement stands at `now`; closing soon means within 14 days. */
export function standing(engagement: { state: EngagementState; opensAt: Date | null; closesAt: Date | null }, now: Date): Standing {
  const { state, opensAt, closesAt } = engagement;
  if (state === "fed-back" || state === "archived") return "we-did";
  if (state === "analysed" || state === "decided") return "results";
  if (state === "closed" || (closesAt !== null && closesAt <= now)) return "closed";
  if (opensAt !== null && opensAt > now) return "forthcoming";
  if (closesAt !== null && closesAt.getTime() - now.getTime() <= SOON_MS) return "closing-soon";
  return "open";
}

/** How far the ballots of a vote have come for somebody looking at `now`: being cast or still to come, in the count, or declared. */
export function ballotsOf(engagement: Parameters<typeof standing>[0], now: Date): "open" | "closed" | "declared" {
  const stands = standing(engagement, now);
  if (stands === "results" || stands === "we-did") return "declared";
  return stands === "closed" ? "closed" : "open";
}

/** What an approver may say to a draft sent to them. */
export const SUBMISSION_ANSWERS = ["approved", "sent-back"] as const;
export type SubmissionAnswer = (typeof SUBMISSION_ANSWERS)[number];
