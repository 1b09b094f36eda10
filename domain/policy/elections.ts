import type { EngagementState } from "#domain/involvement/engagement.ts";
import type { EngagementToJudge } from "./involvement.ts";
import type { PlaceToJudge } from "./paper.ts";
import { anyOf, type Rule } from "./rule.ts";

const returningOfficer = anyOf("returning-officer");
const officer = anyOf("engagement-officer", "council-admin", "returning-officer");

/** Before anything of it is public. */
const notYetPublic = (state: EngagementState): boolean => ["draft", "in-review"].includes(state);

export const electionActs = {
  "election.create": officer,
  "election.set-up": ((actor, thing: EngagementToJudge) => officer(actor, thing) && notYetPublic(thing.state)) as Rule<EngagementToJudge>,
  // Nobody shows the public what only they have read.
  "election.give-notice": ((actor, thing: EngagementToJudge) => anyOf("approver")(actor, thing) && notYetPublic(thing.state) && thing.authorId !== actor.personId) as Rule<EngagementToJudge>,
  "election.declare-without-poll": returningOfficer,
  "election.print": ((actor, thing: EngagementToJudge) => returningOfficer(actor, thing) && thing.state === "approved") as Rule<EngagementToJudge>,
  "election.hold-hustings": officer,
  "election.enter-turnout": officer,
  "election.join-school": officer,
  // A presiding officer answers for the packs of their own school.
  "election.account-for-packs": ((actor, thing: PlaceToJudge) => officer(actor, thing) || (actor.roles.includes("presiding-officer") && thing.presidingOfficers.includes(actor.personId))) as Rule<PlaceToJudge>,
  // When a child was born, who their parent is and who nominated them is for those who look after the election.
  "nomination.see": anyOf("engagement-officer", "approver", "returning-officer", "council-admin", "auditor"),
  // Whoever answers for the election decides who stands in it, and nobody else.
  "nomination.decide": returningOfficer,
  "nomination.draw-lot": returningOfficer,
  // What those elected promised, and what became of it.
  "promise.follow": officer,
  "question.moderate": anyOf("moderator", "engagement-officer", "council-admin", "returning-officer"),
} satisfies Record<string, Rule<EngagementToJudge> | Rule<PlaceToJudge> | Rule>;
