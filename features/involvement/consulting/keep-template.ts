import { inTransaction } from "#db/client.ts";
import { surveyTemplates } from "#db/schema/consultations/consultations.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Keeps a survey as it stands for others of the council to begin from. The same form sent twice keeps it once. */
export function keepTemplate(scope: ActorScope, { engagementId, once, name }: { readonly engagementId: string; readonly once: string; readonly name: string }): Promise<Ok<void>> {
  return inTransaction(async (tx) => {
    authorise(scope, "engagement.create", undefined);
    const { consultation } = await getConsultationForOfficers(scope, engagementId, tx);
    const kept = await tx
      .insert(surveyTemplates)
      .values({ id: once, councilId: scope.council.id, name, document: consultation.draft, createdBy: scope.actor.personId, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: surveyTemplates.id });
    if (kept.length > 0) await record(tx, scope, { act: "engagement.template-kept", thing: { kind: "engagement", id: engagementId }, detail: { name } });
    return ok();
  });
}
