import { and, eq, isNotNull, or } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { contests } from "#db/schema/elections/elections.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { EngagementState } from "#domain/involvement/engagement.ts";
import { stateAfterPolls } from "#domain/involvement/follow-polls.ts";
import { progressOf, type Progress } from "#domain/budgeting/progress.ts";
import { polledContests } from "#domain/elections/without-poll.ts";
import { getProgress } from "#features/budgeting/programmes/queries.ts";
import { getElection } from "#features/elections/queries.ts";
import { findCircle } from "#features/voting/key-holders/queries.ts";
import { tellHolders } from "#features/voting/key-holders/tell-holders.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

/**
 * Moves the engagement that a poll belongs to as far as its polls have got: closed, analysed, decided.
 * Whoever holds the count key is written to when the last has closed. Follows `poll.closed` and `result.declared`; safe to repeat. Gives the state, or null for a poll of no vote.
 */
export async function followPoll(tx: Transaction, scope: AnyScope, pollId: string): Promise<EngagementState | null> {
  const [row] = await tx
    .select({ id: engagements.id })
    .from(engagements)
    .leftJoin(pots, and(eq(pots.programmeId, engagements.programmeId), eq(pots.pollId, pollId)))
    .leftJoin(contests, and(eq(contests.electionId, engagements.electionId), eq(contests.pollId, pollId)))
    .where(and(eq(engagements.councilId, scope.council.id), or(isNotNull(pots.id), isNotNull(contests.id))));
  return row ? followPolls(tx, scope, row.id) : null;
}

/** The same for an engagement at hand, in the transaction of the command that moved its polls. */
export async function followPolls(tx: Transaction, scope: AnyScope, engagementId: string): Promise<EngagementState | null> {
  const here = and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId));
  const [vote] = await tx.select({ state: engagements.state, programmeId: engagements.programmeId, electionId: engagements.electionId, titleEn: engagements.titleEn, titleCy: engagements.titleCy }).from(engagements).where(here).for("update");
  if (!vote) return null;
  const progress = vote.programmeId !== null ? await getProgress(scope, vote.programmeId, tx) : vote.electionId !== null ? await progressOfElection(scope, vote.electionId, tx) : null;
  if (progress === null) return null;
  const state = stateAfterPolls(vote.state, progress);
  if (state === vote.state) {
    // Another pot may still be open: its page changes all the same.
    await renewPages(tx, scope.council.slug);
    return state;
  }
  await tx.update(engagements).set({ state }).where(here);
  if (state === "closed") {
    const circle = await findCircle(scope, engagementId, tx);
    if (circle) await tellHolders(tx, scope, circle, bilingual(vote.titleEn, vote.titleCy), "closed");
  }
  await record(tx, scope, { act: `engagement.${state}`, thing: { kind: "engagement", id: engagementId } });
  await renewPages(tx, scope.council.slug);
  return state;
}

/** As far as the slowest of its ballots, as for the pots of a programme; what was declared without a poll holds up nothing. */
const progressOfElection = async (scope: AnyScope, electionId: string, tx: Transaction): Promise<Progress> => progressOf(polledContests(await getElection(scope, electionId, tx)).map(({ pollState }) => pollState));
