import type { PlaceToJudge } from "./paper.ts";
import { anyOf, type Rule } from "./rule.ts";

const returningOfficer = anyOf("returning-officer");

/** Access codes, and people who are checked in at a polling place. */
export const codeActs = {
  "codes.see": anyOf("returning-officer", "auditor"),
  "codes.make": returningOfficer,
  "codes.print": returningOfficer,
  "codes.revoke": returningOfficer,
  "voter.check-in": ((actor, thing: PlaceToJudge) =>
    returningOfficer(actor, thing) || (actor.roles.includes("presiding-officer") && thing.presidingOfficers.includes(actor.personId))) as Rule<PlaceToJudge>,
};
