import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { instantsOf, judgeCalendar } from "#domain/elections/calendar.ts";
import { judgeTerms } from "#domain/eligibility/electorate-terms.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { changeElection } from "#features/elections/set-up/change-election.ts";
import type { ElectionRules } from "#features/elections/set-up/open-election.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { getElectionForOfficers } from "./queries.ts";

export interface SetUpElection {
  readonly engagementId: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly rules: ElectionRules;
}

/** Changes a draft election: its texts, rules, offices, electorate and calendar. Everything that contradicts itself is told at once. */
export function setUpElection(scope: ActorScope, { engagementId, title, summary, rules }: SetUpElection): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const { election, ...engagement } = await getElectionForOfficers(scope, engagementId, tx);
    authorise(scope, "election.set-up", engagement);
    const { candidateMinAge: min, candidateMaxAge: max, calendar } = rules;
    const faults: Fault[] = [
      ...judgeCalendar(calendar),
      ...judgeTerms(rules.electorate),
      ...(min !== null && max !== null && max < min ? [{ field: "candidateMaxAge", code: "oldest-under-youngest" }] : []),
      ...(calendar.votingOpensOn <= londonDay(now()) ? [{ field: "votingOpensOn", code: "polling-day-past" }] : []),
    ];
    if (faults.length > 0) return err(faults);
    await changeElection(tx, scope, election, rules);
    const { opensAt, closesAt, resultsAt } = instantsOf(calendar);
    await tx
      .update(engagements)
      .set({ titleEn: title.en, titleCy: title.cy, summaryEn: summary.en, summaryCy: summary.cy, opensAt, closesAt, resultsAt })
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId)));
    await record(tx, scope, { act: "election.set-up", thing: { kind: "engagement", id: engagementId } });
    return ok();
  });
}
