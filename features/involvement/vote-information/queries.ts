import { count, inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { getPhase, listMoney, listPhaseSwitches } from "#features/budgeting/programmes/queries.ts";
import { readAfterCount } from "#domain/budgeting/after-count.ts";
import { listProjects } from "#features/budgeting/projects/queries.ts";
import { mergedElectorate, pollingDayOf } from "#domain/eligibility/electorate.ts";
import { namesOfElectorates } from "#features/eligibility/electorate/names-of-electorates.ts";
import { listElectorates } from "#features/eligibility/queries.ts";
import { asBudgetVote, listChanges, listPhases, type EngagementInView } from "#features/involvement/queries.ts";

/** Everything the information page of a budget vote says; the same for the officer's preview. */
export async function getVoteInformation(scope: AnyScope, engagement: EngagementInView) {
  const vote = await asBudgetVote(scope, engagement);
  const pollIds = vote.pots.map(({ pollId }) => pollId);
  const [projects, pollRows, [taken], phases, changes, phase, switches, money] = await Promise.all([
    listProjects(scope, vote.pots.map(({ id }) => id)),
    database().select({ id: polls.id, rule: polls.rule, ruleParameters: polls.ruleParameters, electorateId: polls.electorateId, fingerprint: polls.fingerprint }).from(polls).where(inArray(polls.id, pollIds)),
    database().select({ voters: count() }).from(rollMarks).where(inArray(rollMarks.pollId, pollIds)),
    listPhases(vote.programmeId),
    listChanges(engagement.id),
    getPhase(scope, vote.programmeId),
    listPhaseSwitches(scope, vote.programmeId),
    listMoney(scope, vote.programmeId),
  ]);
  const [poll] = pollRows;
  return {
    council: { name: scope.council.name, email: scope.council.contactEmail, phone: scope.council.contactPhone },
    engagement: { ...engagement, takenPart: taken?.voters ?? 0 },
    phases,
    phase,
    moved: switches[0] ?? null,
    money,
    pots: vote.pots.map((pot) => ({ ...pot, projects: projects.filter(({ potId }) => potId === pot.id) })),
    who: poll ? await whoMayVote(scope, pollRows.map(({ electorateId }) => electorateId), engagement.closesAt) : null,
    rule: poll?.rule ?? "",
    afterCount: readAfterCount(poll?.ruleParameters ?? {}),
    fingerprint: poll?.fingerprint ? poll.fingerprint.toString("hex").slice(0, 16) : null,
    changes,
  };
}

/** Everybody who may vote for one pot or another, in words of either language. */
async function whoMayVote(scope: AnyScope, electorateIds: readonly string[], closesAt: Date | null) {
  const electorate = mergedElectorate(await listElectorates(scope, electorateIds));
  return electorate && { electorate, names: await namesOfElectorates(scope, [electorate], closesAt && pollingDayOf(closesAt)) };
}
