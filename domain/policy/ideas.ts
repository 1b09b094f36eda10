import { anyOf, anyOfficer, type Rule } from "./rule.ts";

/** What residents sent and what moderators did about it. */
export interface IdeaToJudge {
  /** Who removed it, where it is removed. */
  readonly removedBy?: string | null;
}

const officer = anyOf("engagement-officer", "council-admin");
const moderator = anyOf("moderator", "engagement-officer", "council-admin");

export const ideaActs = {
  "ideas.see": anyOfficer,
  "ideas.ask-for": officer,
  "ideas.move": officer,
  "ideas.join": officer,
  "ideas.moderate": moderator,
  // An appeal is answered by another person.
  "ideas.answer-appeal": ((actor, thing: IdeaToJudge) => moderator(actor, thing) && thing.removedBy !== actor.personId) as Rule<IdeaToJudge>,
} satisfies Record<string, Rule<IdeaToJudge> | Rule>;
