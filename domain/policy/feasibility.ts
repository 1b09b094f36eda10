import { anyOf, anyOfficer } from "./rule.ts";

/** Whether proposals can be done and what they cost. */
export const feasibilityActs = {
  "reviews.see": anyOfficer,
  "reviews.write": anyOf("service-reviewer", "engagement-officer", "council-admin"),
  "reviews.assign": anyOf("engagement-officer", "council-admin"),
  // A service says what it found; the programme's officers answer for the decision that is published.
  "reviews.decide": anyOf("engagement-officer", "council-admin"),
  "reviews.import": anyOf("engagement-officer", "council-admin"),
};
