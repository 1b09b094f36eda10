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
