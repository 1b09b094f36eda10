import { and, eq } from "drizzle-orm";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { inTransaction } from "#db/client.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { whyNotAnnounce } from "#domain/involvement/announcement.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { settlePhase } from "#features/budgeting/programmes/settle-phase.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";

/**
 * Shows a programme to everybody while its ballots are still being prepared: what it is for, how much, and when what happens. The ballots
 * themselves are approved and locked later. Not by whoever wrote it; the database refuses that too. The form sent twice announces once.
 */
export function announceProgramme(scope: ActorScope, engagementId: string): Promise<Result<{ readonly slug: string }, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const vote = await getVoteForOfficers(scope, engagementId, tx);
    authorise(scope, "programme.announce", vote);
    if (vote.announcedAt !== null) return ok({ slug: vote.slug });
    const faults = whyNotAnnounce({ welsh: scope.council.welsh, texts: vote.texts, phases: vote.programme.phases });
    if (faults.length > 0) return err(faults);
    await tx
      .update(engagements)
      .set({ announcedAt: now(), announcedBy: scope.actor.personId })
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, vote.id)));
    await record(tx, scope, { act: "programme.announced", thing: { kind: "engagement", id: vote.id }, detail: { slug: vote.slug } });
    await emit(tx, { event: "programme.announced", councilId: scope.council.id, payload: { engagementId: vote.id, slug: vote.slug } });
    await settlePhase(tx, scope, vote.programme.id, now());
    await renewPages(tx, scope.council.slug);
    return ok({ slug: vote.slug });
  });
}
