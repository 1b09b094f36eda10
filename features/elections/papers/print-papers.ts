import { asc, eq, and } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { nominationOutcome, polledContests } from "#domain/elections/without-poll.ts";
import type { UnreadyPoll } from "#domain/voting/rules-of-poll.ts";
import { listCandidates } from "#features/elections/nominations/queries.ts";
import type { ElectionInView } from "#features/elections/queries.ts";
import { readyPoll } from "#features/voting/polls/ready-poll.ts";

export type WhyNotPrint = "lot-not-drawn" | "undecided" | "too-few-candidates" | "not-draft" | "key-not-drilled" | UnreadyPoll;

/**
 * Puts every candidate on the paper of their contest in the order of the lot and locks each poll. Whoever withdrew since the lot was drawn
 * leaves a gap, which closes. A contest that was declared without a poll has no papers. Part of the transaction that publishes; a refusal must undo that transaction.
 */
export async function printPapers(tx: Transaction, scope: ActorScope, election: ElectionInView, keyCircle: string | null): Promise<Result<void, WhyNotPrint>> {
  for (const contest of polledContests(election)) {
    if (contest.undecided > 0) return err("undecided");
    if (nominationOutcome(election, contest) !== "poll") return err("too-few-candidates");
    if (contest.lot === null) return err("lot-not-drawn");
    const standing = await tx
      .select({ id: nominations.id })
      .from(nominations)
      .where(and(eq(nominations.contestId, contest.id), eq(nominations.state, "accepted")))
      .orderBy(asc(nominations.place));
    // In rising order, so that no two ever hold one place.
    for (const [at, { id }] of standing.entries()) await tx.update(nominations).set({ place: at + 1 }).where(eq(nominations.id, id));
    const candidates = await listCandidates(scope, [contest.id], tx);
    const options = candidates.map(({ id, place, name, number }) => ({ number: place ?? 0, subjectId: id, title: name, costPence: null, reference: String(number) }));
    const ready = await readyPoll(tx, scope, { pollId: contest.pollId, options, opensAt: election.at.opensAt, closesAt: election.at.closesAt, keyCircle });
    if (!ready.ok) return ready;
  }
  return ok();
}
