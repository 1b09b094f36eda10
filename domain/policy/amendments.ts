import type { EngagementState } from "#domain/involvement/engagement.ts";
import { anyOf, type Rule } from "./rule.ts";

export interface AmendmentToJudge {
  readonly state: EngagementState;
  /** Who proposed it; nobody yet where it is being proposed. */
  readonly proposedBy?: string;
}

/** Changes of the rules of a vote that is under way: one proposes, another makes it. */
export const amendmentActs = {
  "amendment.propose": ((actor, thing: AmendmentToJudge) => anyOf("returning-officer", "engagement-officer")(actor, thing) && thing.state === "published") as Rule<AmendmentToJudge>,
  "amendment.decide": ((actor, thing: AmendmentToJudge) =>
    anyOf("returning-officer", "approver")(actor, thing) && thing.state === "published" && thing.proposedBy !== actor.personId) as Rule<AmendmentToJudge>,
} satisfies Record<string, Rule<AmendmentToJudge> | Rule>;
