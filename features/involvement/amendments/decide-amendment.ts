import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { amendments } from "#db/schema/voting/amendments.ts";
import { engagementChanges, engagements } from "#db/schema/involvement/engagements.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { judgeNewClose, type AmendmentRefusal } from "#domain/voting/amendment.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { amendPolls } from "#features/voting/polls/amend-polls.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";

export interface DecideAmendmentInput {
  readonly engagementId: string;
  readonly amendmentId: string;
  readonly answer: "make" | "turn-down";
}

/**
 * Makes an amendment that somebody else proposed, or turns it down; whoever proposed it can only take it back. Made, it stands in the log of each ballot
 * and in the public list of changes, and the vote closes later where it says so. Answered twice, it stands as it was.
 */
export function decideAmendment(scope: ActorScope, { engagementId, amendmentId, answer }: DecideAmendmentInput): Promise<Result<void, AmendmentRefusal | "decided">> {
  return inTransaction(async (tx) => {
    const vote = await getVoteForOfficers(scope, engagementId, tx);
    const here = and(eq(amendments.councilId, scope.council.id), eq(amendments.subjectId, vote.id), eq(amendments.id, amendmentId));
    const amendment = found((await tx.select().from(amendments).where(here).for("update"))[0], "amendment");
    const own = amendment.proposedBy === scope.actor.personId;
    const state = answer === "make" ? "made" : own ? "withdrawn" : "declined";
    authorise(scope, state === "withdrawn" ? "amendment.propose" : "amendment.decide", { ...vote, proposedBy: amendment.proposedBy });
    if (amendment.state !== "proposed") return amendment.state === state && amendment.decidedBy === scope.actor.personId ? ok() : err("decided");
    const at = now();
    if (state === "made") {
      const standing = { closesAt: found(vote.closesAt, "closing time"), resultsAt: vote.resultsAt };
      const refusal = standing.closesAt <= at ? "not-open" : judgeNewClose(amendment.closesAt, standing);
      if (refusal !== null) return err(refusal);
    }
    await tx.update(amendments).set({ state, decidedBy: scope.actor.personId, decidedAt: at }).where(here);
    await record(tx, scope, { act: `amendment.${state}`, thing: { kind: "engagement", id: vote.id }, detail: { amendment: amendment.id, words: amendment.wordsEn } });
    if (state !== "made") return ok();
    const joined = (words: string, reason: string): string => (words === "" ? "" : `${words} ${reason}`.trim());
    const words = bilingual(joined(amendment.wordsEn, amendment.reasonEn), joined(amendment.wordsCy, amendment.reasonCy));
    await amendPolls(tx, scope, { pollIds: amendment.pollIds, words, closesAt: amendment.closesAt });
    if (amendment.closesAt !== null) await tx.update(engagements).set({ closesAt: amendment.closesAt }).where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, vote.id)));
    const { id, wordsEn, wordsCy, reasonEn, reasonCy } = amendment;
    await tx.insert(engagementChanges).values({ id, engagementId: vote.id, whatEn: wordsEn, whatCy: wordsCy, reasonEn, reasonCy, changedAt: at });
    await emit(tx, { event: "engagement.changed", councilId: scope.council.id, payload: { engagementId: vote.id, slug: vote.slug, changeId: id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
