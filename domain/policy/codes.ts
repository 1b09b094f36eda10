import { anyOf } from "./rule.ts";

const returningOfficer = anyOf("returning-officer");

/** Access codes, and people who are checked in at a polling place. */
export const codeActs = {
  "codes.see": anyOf("returning-officer", "auditor"),
  "codes.make": returningOfficer,
  "codes.print": returningOfficer,
  "codes.revoke": returningOfficer,
};
