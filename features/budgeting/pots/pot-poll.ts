import type { BilingualText } from "#domain/basics/bilingual.ts";
import { electorateFrom } from "#domain/eligibility/electorate-terms.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import type { BallotRules } from "#features/budgeting/programmes/queries.ts";
import type { CreatePollInput } from "#features/voting/polls/create-poll.ts";

/** Who may vote on a pot: those of its area, or of the whole council where it has none. */
export const electorateOf = ({ electorate }: BallotRules, areaId: string | null): Electorate => electorateFrom(electorate, areaId === null ? [] : [areaId]);

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
