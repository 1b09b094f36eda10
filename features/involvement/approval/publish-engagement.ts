import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeReadiness } from "#domain/involvement/readiness.ts";
import { found } from "#domain/policy/access-error.ts";
import { isWhere, stateAfter, stateBefore } from "#domain/involvement/lifecycle.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { freezeBallots } from "#features/budgeting/programmes/freeze-ballots.ts";
import { openConsultation } from "#features/consultations/surveys/open-consultation.ts";
import { asDraft, getEngagementForOfficers } from "#features/involvement/drafting/queries.ts";
import { findCircle } from "#features/voting/key-holders/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { ProgramAway } from "#platform/programs/ask-program.ts";
import { renewPages } from "#platform/renewal.ts";

/**
 * Shows an approved engagement to everybody. The ballots of a vote are locked, so that from here on its rules cannot change;
 * the survey of a consultation becomes its first version.
 * Refused when something has become wrong since it was approved, such as a closing time that has passed.
 */
export async function publishEngagement(scope: ActorScope, engagementId: string): Promise<Result<{ readonly slug: string }, readonly Fault[]>> {
  try {
    return await inTransaction(async (tx) => {
      const vote = await getEngagementForOfficers(scope, engagementId, tx);
      // The form sent twice: the second finds it done.
      const done = isWhere(vote.state, "publish");
      authorise(scope, "engagement.publish", done ? { ...vote, state: stateBefore("publish") } : vote);
      if (done) return ok({ slug: vote.slug });
      const { missing } = judgeReadiness(asDraft(scope, vote), now());
      if (missing.length > 0) return err(missing);
      const times = { opensAt: found(vote.opensAt, "opensAt"), closesAt: found(vote.closesAt, "closesAt") };
      if (vote.programme) {
        const circle = await findCircle(scope, vote.id, tx);
        const frozen = await freezeBallots(tx, scope, vote.programme, { ...times, keyCircle: circle?.id ?? null });
        if (!frozen.ok) throw new NotFrozen(frozen.error);
      }
      if (vote.consultation) await openConsultation(tx, scope, vote.consultation, times);
      await tx
        .update(engagements)
        .set({ state: stateAfter(vote.state, "publish"), publishedAt: now(), publishedBy: scope.actor.personId })
        .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, vote.id)));
      await record(tx, scope, { act: "engagement.published", thing: { kind: "engagement", id: vote.id }, detail: { slug: vote.slug } });
      await emit(tx, { event: "engagement.published", councilId: scope.council.id, payload: { engagementId: vote.id, slug: vote.slug } });
      await renewPages(tx, scope.council.slug);
      return ok({ slug: vote.slug });
    });
  } catch (fault) {
    if (fault instanceof NotFrozen) return err([{ field: "ballot", code: fault.code }]);
    // The transaction is undone, and keys that were made stay for the next try: it can be repeated.
    if (fault instanceof ProgramAway) return err([{ field: "ballot", code: fault.code }]);
    throw fault;
  }
}

/** Thrown so that the transaction is undone: some ballots were frozen before one refused. */
class NotFrozen extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
