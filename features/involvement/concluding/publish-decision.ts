import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { ENGAGEMENT_STATES } from "#domain/involvement/engagement.ts";
import { stateAfter } from "#domain/involvement/lifecycle.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listUnanswered } from "#features/consultations/coding/queries.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

/**
 * Publishes what the council says to each theme. Refused while a main theme has no answer in each language the council publishes
 * in: what people said is to be conscientiously taken into account (R v Brent LBC ex p Gunning (1985)). Sent again it changes nothing.
 */
export function publishDecision(scope: ActorScope, engagementId: string): Promise<Result<void, "themes-unanswered" | "not-analysed">> {
  return inTransaction(async (tx) => {
    const engagement = await getConsultationForOfficers(scope, engagementId, tx);
    if (ENGAGEMENT_STATES.indexOf(engagement.state) >= ENGAGEMENT_STATES.indexOf("decided")) return ok();
    authorise(scope, "engagement.conclude", engagement);
    if (engagement.state !== "analysed") return err("not-analysed");
    if ((await listUnanswered(scope, engagement.consultation.id, tx)).length > 0) return err("themes-unanswered");
    await tx
      .update(engagements)
      .set({ state: stateAfter(engagement.state, "decide"), decidedAt: now() })
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagement.id)));
    await record(tx, scope, { act: "engagement.decided", thing: { kind: "engagement", id: engagement.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
