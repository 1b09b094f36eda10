import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagementChanges, engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeNewTimes, type PromisedTimes } from "#domain/involvement/new-times.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";

export interface MoveTimesInput {
  readonly engagementId: string;
  /** The form's one-use number; becomes the id of the listed change. */
  readonly once: string;
  readonly times: PromisedTimes;
  readonly reason: BilingualText;
}

/**
 * Moves the times of a consultation that everybody can see, and lists publicly what they were, what they are and why. The survey takes
 * answers by the new times from this moment: the database carries them over with the engagement's.
 */
export function moveTimes(scope: ActorScope, { engagementId, once, times, reason }: MoveTimesInput): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const engagement = await getConsultationForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.move-times", engagement);
    const [done] = await tx.select({ id: engagementChanges.id }).from(engagementChanges).where(and(eq(engagementChanges.id, once), eq(engagementChanges.engagementId, engagement.id)));
    // The form sent twice: the second finds it done.
    if (done) return ok();
    const standing = { opensAt: found(engagement.opensAt, "opening"), closesAt: found(engagement.closesAt, "close"), resultsAt: found(engagement.resultsAt, "results") };
    const faults = judgeNewTimes(standing, times, now());
    if (faults.length > 0) return err(faults);
    await tx
      .update(engagements)
      .set(times)
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagement.id)));
    const what = { en: wordsOf("en", standing, times), cy: wordsOf("cy", standing, times) };
    await tx.insert(engagementChanges).values({ id: once, engagementId: engagement.id, whatEn: what.en, whatCy: what.cy, reasonEn: reason.en, reasonCy: reason.cy, changedAt: now() });
    await record(tx, scope, { act: "engagement.times-moved", thing: { kind: "engagement", id: engagement.id }, detail: { what: what.en, reason: reason.en } });
    await emit(tx, { event: "engagement.changed", councilId: scope.council.id, payload: { engagementId: engagement.id, slug: engagement.slug, changeId: once } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** What was moved, from when to when. */
function wordsOf(locale: "en" | "cy", standing: PromisedTimes, times: PromisedTimes): string {
  const t = messages(locale).conduct.times;
  const f = format(locale);
  return (["opensAt", "closesAt", "resultsAt"] as const)
    .filter((name) => standing[name].getTime() !== times[name].getTime())
    .map((name) => t.moved[name]({ from: f.dateAndTime(standing[name]), to: f.dateAndTime(times[name]) }))
    .join(" ");
}
