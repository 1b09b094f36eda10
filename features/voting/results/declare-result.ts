import { and, desc, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { pollCounts } from "#db/schema/voting/results.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { CountSheet } from "#domain/voting/results/count-sheet.ts";
import type { OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import { getPaperOfPoll } from "#features/voting/paper/queries.ts";
import { logResult } from "#features/voting/publication/log-result.ts";
import { countReissues } from "#features/voting/reissues/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";
import { countMarks } from "./queries.ts";

export interface DeclareResultInput {
  readonly pollId: string;
  /** The name under the declaration. */
  readonly name: string;
}

export type DeclarationRefusal = "not-counted" | "ballots-differ-from-marks" | "counts-differ";

/**
 * Declares the result of the newest official count and publishes it for good. Refused while more ballots were counted
 * than the roll has marks (fewer there may be: whoever was given a ballot need not cast it), or while two counts of the poll differ. Declared twice, it stands as it was.
 * 404 for another council's poll; AccessError unless the person is its returning officer.
 */
export function declareResult(scope: ActorScope | SystemScope, { pollId, name }: DeclareResultInput): Promise<Result<void, DeclarationRefusal>> {
  return inTransaction(async (tx) => {
    const here = and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId));
    const poll = found((await tx.select({ state: polls.state }).from(polls).where(here).for("update"))[0], "poll");
    const declared = poll.state === "declared";
    // Declared twice is for the returning officer to do too: nobody else is told that it was done.
    if (scope.kind === "actor") authorise(scope, "poll.declare", declared ? { state: "counted" } : poll);
    if (declared) return ok();
    if (poll.state !== "counted") return err("not-counted");
    const counts = await tx
      .select({ id: pollCounts.id, digest: pollCounts.digest, ballots: pollCounts.ballotsCounted, winners: pollCounts.winners, spentPence: pollCounts.spentPence, sheet: pollCounts.sheet })
      .from(pollCounts)
      .where(and(eq(pollCounts.councilId, scope.council.id), eq(pollCounts.pollId, pollId), eq(pollCounts.official, true)))
      .orderBy(desc(pollCounts.countedAt));
    const official = counts[0];
    if (!official) return err("not-counted");
    if (counts.some(({ digest }) => !digest.equals(official.digest))) return err("counts-differ");
    // Papers that were handed out and not accepted have a mark and no ballot; their batches say why. Whoever was given a ballot
    // online need not cast it, so there may be fewer ballots than marks; whoever two officers let begin again has one mark and may, against their word, have two.
    const paper = await getPaperOfPoll(pollId, tx);
    if (official.ballots + paper.marked - paper.accepted > (await countMarks(scope, pollId, tx)) + (await countReissues(scope, pollId, tx))) return err("ballots-differ-from-marks");

    const publishedAt = now();
    await tx.update(pollCounts).set({ publishedAt, publishedBy: name }).where(eq(pollCounts.id, official.id));
    await tx.update(polls).set({ state: "declared" }).where(here);
    await logResult(tx, scope, pollId, official.sheet as CountSheet | OfficeSheet);
    await record(tx, scope, {
      act: "result.declared",
      thing: { kind: "poll", id: pollId },
      detail: { digest: official.digest.toString("hex"), winners: official.winners, spentPence: official.spentPence },
    });
    await emit(tx, { event: "result.declared", councilId: scope.council.id, payload: { pollId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
