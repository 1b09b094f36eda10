import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { auditTrail } from "#db/schema/platform.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";
import { getElectionForOfficers } from "./queries.ts";

/**
 * Gives notice of an election: from here on everybody sees it, and its rules stay as they are. By an approver who did not write it, which the
 * database holds to too, and who set none of its rules. In Wales both languages must be there. The form sent twice gives notice once.
 */
export function giveNotice(scope: ActorScope, engagementId: string): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const { election, ...engagement } = await getElectionForOfficers(scope, engagementId, tx);
    const given = election.noticeGivenAt !== null;
    authorise(scope, "election.give-notice", given ? { ...engagement, state: "draft" } : engagement);
    if (given) return ok();
    if (await hasSetRules(tx, scope, engagementId)) return err([{ field: "", code: "own-work" }]);
    const at = now();
    const texts = [engagement.title, engagement.summary, ...election.offices.map(({ name }) => name), election.conduct];
    const faults: Fault[] = [
      ...(texts.some(({ en }) => en === "") || (scope.council.welsh && texts.some(({ cy }) => cy === "")) ? [{ field: "", code: "both-languages" }] : []),
      ...(election.at.nominationsCloseAt <= at ? [{ field: "", code: "nominations-close-past" }] : []),
    ];
    if (faults.length > 0) return err(faults);
    const by = scope.actor.personId;
    await tx.update(elections).set({ noticeGivenAt: at, noticeGivenBy: by }).where(eq(elections.id, election.id));
    await tx
      .update(engagements)
      .set({ state: "approved", approverId: by, announcedAt: at, announcedBy: by })
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId)));
    await record(tx, scope, { act: "election.notice-given", thing: { kind: "engagement", id: engagementId }, detail: { slug: engagement.slug, pollingDay: election.calendar.pollingDay } });
    await emit(tx, { event: "election.notice-given", councilId: scope.council.id, payload: { engagementId, slug: engagement.slug } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Whoever has more than one role may have changed what somebody else began. */
async function hasSetRules(tx: Transaction, scope: ActorScope, engagementId: string): Promise<boolean> {
  const [own] = await tx
    .select({ act: auditTrail.act })
    .from(auditTrail)
    .where(and(eq(auditTrail.councilId, scope.council.id), eq(auditTrail.act, "election.set-up"), eq(auditTrail.thingId, engagementId), eq(auditTrail.actorId, scope.actor.personId)))
    .limit(1);
  return own !== undefined;
}
