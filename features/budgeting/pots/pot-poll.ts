import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import { isIdentityLevel } from "#domain/eligibility/identity-level.ts";
import type { BallotRules } from "#features/budgeting/programmes/queries.ts";
import type { CreatePollInput } from "#features/voting/polls/create-poll.ts";

/** Who may vote on a pot: those of its area, or of the whole council where it has none. */
export function electorateOf({ minAge, maxAge, identityLevel }: BallotRules, areaId: string | null): Electorate {
  if (!isIdentityLevel(identityLevel)) throw new Error(`There is no identity level ${identityLevel}`);
  return { minAge, maxAge, identityLevel, areaIds: areaId === null ? [] : [areaId] };
}

/** The poll a pot is decided by. */
export const pollOf = (rules: BallotRules, pot: { readonly name: BilingualText; readonly areaId: string | null; readonly amountPence: number }): CreatePollInput => ({
  question: pot.name,
  ballotKind: rules.ballotKind,
  minChoices: rules.minChoices,
  maxChoices: rules.maxChoices,
  budgetPence: pot.amountPence,
  pointsTotal: rules.pointsTotal,
  pointsMost: rules.pointsMost,
  rule: rules.rule,
  ruleParameters: { ...rules.ruleParameters },
  electorate: electorateOf(rules, pot.areaId),
});
