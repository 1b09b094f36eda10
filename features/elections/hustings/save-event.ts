import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { hustings } from "#db/schema/elections/hustings.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeEvent } from "#domain/elections/hustings.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getElection } from "#features/elections/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

export interface SaveEvent {
  /** Of the event to be changed, or the form's own number for a new one: sent twice, it makes one. */
  readonly id: string;
  readonly isNew: boolean;
  readonly electionId: string;
  readonly title: BilingualText;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: BilingualText;
  readonly access: BilingualText;
  readonly onlineUrl: string;
}

/** Announces a hustings event or changes one that has not been cancelled. 404 for another election's. */
export function saveEvent(scope: ActorScope, { id, isNew, electionId, title, startsAt, endsAt, place, access, onlineUrl }: SaveEvent): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.hold-hustings", null);
    const election = await getElection(scope, electionId, tx);
    const [before] = await tx.select().from(hustings).where(and(eq(hustings.councilId, scope.council.id), eq(hustings.electionId, electionId), eq(hustings.id, id)));
    if (isNew && before) return ok();
    if (!isNew && found(before, "hustings").cancelledAt !== null) return err([{ field: "", code: "event-cancelled" }]);
    const faults = judgeEvent({ startsAt, endsAt, place: place.en + place.cy, onlineUrl }, { now: now(), votingEndsAt: election.at.closesAt });
    if (faults.length > 0) return err(faults);
    const row = { titleEn: title.en, titleCy: title.cy, startsAt, endsAt, placeEn: place.en, placeCy: place.cy, accessEn: access.en, accessCy: access.cy, onlineUrl };
    const put = await tx
      .insert(hustings)
      .values({ id, councilId: scope.council.id, electionId, ...row })
      .onConflictDoUpdate({ target: hustings.id, set: row, setWhere: eq(hustings.electionId, electionId) })
      .returning({ id: hustings.id });
    if (put.length === 0) return err([{ field: "", code: "form-expired" }]);
    await record(tx, scope, { act: before ? "hustings.changed" : "hustings.announced", thing: { kind: "hustings", id }, detail: { electionId, startsAt: startsAt.toISOString() } });
    return ok();
  });
}

/** Calls an event off, with the reason everybody reads. Called off twice is called off once. */
export function cancelEvent(scope: ActorScope, { id, electionId, reason }: { readonly id: string; readonly electionId: string; readonly reason: BilingualText }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.hold-hustings", null);
    const [row] = await tx
      .select()
      .from(hustings)
      .where(and(eq(hustings.councilId, scope.council.id), eq(hustings.electionId, electionId), eq(hustings.id, id)))
      .for("update");
    if (found(row, "hustings").cancelledAt !== null) return ok();
    await tx.update(hustings).set({ cancelledAt: now(), cancelledEn: reason.en, cancelledCy: reason.cy }).where(eq(hustings.id, id));
    await record(tx, scope, { act: "hustings.cancelled", thing: { kind: "hustings", id }, detail: { electionId } });
    return ok();
  });
}
