/** What a person does for a council. A person may hold several, in several councils. */
export const ROLES = [
  "engagement-officer",
  "approver",
  "returning-officer",
  "presiding-officer",
  "count-officer",
  "moderator",
  "service-reviewer",
  "council-admin",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];
