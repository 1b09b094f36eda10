import { anyOf, anyOfficer, type Rule } from "./rule.ts";

export const councilActs = {
  "workspace.see": anyOfficer,
  "council.change-settings": anyOf("council-admin"),
  "council.manage-people": anyOf("council-admin"),
  "areas.import": anyOf("council-admin"),
  "postcodes.import": anyOf("council-admin"),
  "council.create": ((actor) => actor.operator) as Rule,
  "audit.read": anyOf("council-admin", "auditor", "returning-officer", "approver"),
} satisfies Record<string, Rule>;
