import { and, eq } from "drizzle-orm";
import { electionOffices, elections } from "#db/schema/elections/elections.ts";
import type { Transaction } from "#db/client.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { BALLOT_OF_RULE } from "#domain/elections/template.ts";
import { electorateFrom } from "#domain/eligibility/electorate-terms.ts";
import type { ElectionInView } from "#features/elections/queries.ts";
import { changePoll } from "#features/voting/polls/change-poll.ts";
import { ruleParametersOf, type ElectionRules } from "./open-election.ts";

/** Sets the rules and the calendar of a draft election anew, in its polls too; in the transaction of the command that has asked whether the person may. */
export async function changeElection(tx: Transaction, scope: ActorScope, election: ElectionInView, rules: ElectionRules): Promise<void> {
  const { electorate, offices, conduct, calendar, ...rest } = rules;
  await tx
    .update(elections)
    .set({ ...rest, ...calendar, conductEn: conduct.en, conductCy: conduct.cy })
    .where(and(eq(elections.councilId, scope.council.id), eq(elections.id, election.id)));
  await tx.delete(electionOffices).where(eq(electionOffices.electionId, election.id));
  await tx.insert(electionOffices).values(offices.map(({ name, places }, at) => ({ electionId: election.id, rank: at + 1, nameEn: name.en, nameCy: name.cy, places })));
  for (const { pollId, areaId } of election.contests) {
    const changed = await changePoll(tx, scope, pollId, {
      ballotKind: BALLOT_OF_RULE[rules.rule],
      rule: rules.rule,
      ruleParameters: ruleParametersOf(offices),
      electorate: electorateFrom(electorate, areaId === null ? [] : [areaId]),
    });
    if (!changed.ok) throw new Error("A poll of a draft election is no draft");
  }
}
