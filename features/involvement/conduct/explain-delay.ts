import { inTransaction } from "#db/client.ts";
import { responseDelays } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { responseClock } from "#domain/involvement/response-clock.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface ExplainDelayInput {
  readonly engagementId: string;
  /** The form's one-use number; becomes the id of the explanation. */
  readonly once: string;
  readonly reason: BilingualText;
  /** When the answer is to come now. */
  readonly expectedOn: CivilDay;
}

/** Tells everybody why the council's answer to a consultation is or will be late, and when it is to come. What was said before stays. */
export function explainDelay(scope: ActorScope, { engagementId, once, reason, expectedOn }: ExplainDelayInput): Promise<Result<void, "not-closed" | "expected-past">> {
  return inTransaction(async (tx) => {
    const engagement = await getConsultationForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.explain-delay", engagement);
    if (responseClock(engagement, now()).at === "not-started") return err("not-closed");
    if (expectedOn < londonDay(now())) return err("expected-past");
    const given = await tx
      .insert(responseDelays)
      .values({ id: once, engagementId: engagement.id, reasonEn: reason.en, reasonCy: reason.cy, expectedOn, givenBy: scope.actor.personId, givenAt: now() })
      .onConflictDoNothing()
      .returning({ id: responseDelays.id });
    // The form sent twice: the second finds it done.
    if (given.length === 0) return ok();
    await record(tx, scope, { act: "engagement.delay-explained", thing: { kind: "engagement", id: engagement.id }, detail: { reason: reason.en, expectedOn } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
