import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { ENGAGEMENT_STATES } from "#domain/involvement/engagement.ts";
import { stateAfter } from "#domain/involvement/lifecycle.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { tellOfEngagement } from "#features/involvement/following/tell-of-engagement.ts";
import { writeToThoseWhoTookPart } from "#features/involvement/following/write-to-those-who-took-part.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

/** Shows the counted and sorted answers of a consultation to everybody, once it has closed. Sent again it changes nothing. */
export function publishResults(scope: ActorScope, engagementId: string): Promise<Result<void, "still-open">> {
  return inTransaction(async (tx) => {
    const engagement = await getConsultationForOfficers(scope, engagementId, tx);
    if (ENGAGEMENT_STATES.indexOf(engagement.state) >= ENGAGEMENT_STATES.indexOf("analysed")) return ok();
    authorise(scope, "engagement.conclude", engagement);
    if (engagement.closesAt === null || now() < engagement.closesAt) return err("still-open");
    const closed = engagement.state === "published" ? stateAfter("published", "close") : engagement.state;
    await tx
      .update(engagements)
      .set({ state: stateAfter(closed, "count") })
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagement.id)));
    if (closed !== engagement.state) await record(tx, scope, { act: "engagement.closed", thing: { kind: "engagement", id: engagement.id } });
    await record(tx, scope, { act: "engagement.analysed", thing: { kind: "engagement", id: engagement.id } });
    await tellOfEngagement(tx, scope, engagement.id, "decided");
    await writeToThoseWhoTookPart(tx, scope, engagement.id, "decided");
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
