import type { Transaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { changePoll } from "#features/voting/polls/change-poll.ts";
import { electorateOf } from "#features/budgeting/pots/pot-poll.ts";
import type { BallotRules, ProgrammeForOfficers } from "./queries.ts";

/** Gives every pot of a programme the same way of voting, while it is a draft. */
export async function changeBallotRules(tx: Transaction, scope: AnyScope, programme: ProgrammeForOfficers, rules: BallotRules): Promise<Result<void, "not-draft">> {
  for (const pot of programme.pots) {
    const { ballotKind, minChoices, maxChoices, pointsTotal, pointsMost, rule, ruleParameters } = rules;
    const changed = await changePoll(tx, scope, pot.pollId, { ballotKind, minChoices, maxChoices, pointsTotal, pointsMost, rule, ruleParameters, electorate: electorateOf(rules, pot.areaId) });
    if (!changed.ok) return err(changed.error);
  }
  return ok();
}
