import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { contests } from "#db/schema/elections/elections.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { orderByLot } from "#domain/elections/ballot-order.ts";
import { nominationOutcome } from "#domain/elections/without-poll.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getElection } from "#features/elections/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomToken } from "#platform/random.ts";
import { renewPages } from "#platform/renewal.ts";

export interface DrawLot {
  readonly electionId: string;
  readonly contestId: string;
  /** Who saw it drawn. */
  readonly witness: string;
}

/**
 * Draws the order of names on the paper, once: a seed from the system's chance is published, and anybody can work the order out from it.
 * Only when the time to withdraw is over, every nomination is decided and more people stand than there are places. Drawn twice it stays as it was.
 */
export function drawLot(scope: ActorScope, { electionId, contestId, witness }: DrawLot): Promise<Result<void, "too-early" | "undecided" | "too-few-candidates">> {
  return inTransaction(async (tx) => {
    authorise(scope, "nomination.draw-lot", null);
    const election = await getElection(scope, electionId, tx);
    const contest = found(election.contests.find(({ id }) => id === contestId), "contest");
    if (contest.lot !== null) return ok();
    const drawnAt = now();
    if (drawnAt < election.at.withdrawByAt) return err("too-early");
    if (contest.undecided > 0) return err("undecided");
    if (contest.withoutPoll !== null || nominationOutcome(election, contest) !== "poll") return err("too-few-candidates");
    const accepted = await tx.select({ id: nominations.id, number: nominations.number }).from(nominations).where(and(eq(nominations.contestId, contestId), eq(nominations.state, "accepted")));
    const seed = randomToken(16);
    for (const [at, { id }] of orderByLot(accepted, seed).entries()) await tx.update(nominations).set({ place: at + 1 }).where(eq(nominations.id, id));
    await tx.update(contests).set({ lotSeed: seed, lotDrawnAt: drawnAt, lotDrawnBy: scope.actor.personId, lotWitness: witness }).where(and(eq(contests.councilId, scope.council.id), eq(contests.id, contestId)));
    await record(tx, scope, { act: "election.lot-drawn", thing: { kind: "contest", id: contestId }, detail: { seed, candidates: accepted.length, witness } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
