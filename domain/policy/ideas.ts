import { anyOf, anyOfficer, mayAnswerAppeal, type Rule, type TakenDown } from "./rule.ts";

const officer = anyOf("engagement-officer", "council-admin");
const moderator = anyOf("moderator", "engagement-officer", "council-admin");

export const ideaActs = {
  "ideas.see": anyOfficer,
  "ideas.ask-for": officer,
  "ideas.move": officer,
  "ideas.join": officer,
  "ideas.moderate": moderator,
  "ideas.answer-appeal": ((actor, thing: TakenDown) => moderator(actor, thing) && mayAnswerAppeal(actor, thing)) as Rule<TakenDown>,
} satisfies Record<string, Rule<TakenDown> | Rule>;
