import { inTransaction } from "#db/client.ts";
import { engagementChanges } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { checkSurvey } from "#domain/consultations/check-survey.ts";
import { surveyDifferences } from "#domain/consultations/survey-versions.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { putVersion } from "#features/consultations/surveys/open-consultation.ts";
import { listVersions } from "#features/consultations/surveys/queries.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";

export interface PublishVersionInput {
  readonly engagementId: string;
  /** The form's one-use number; becomes the listed change's id. */
  readonly once: string;
  /** What was changed, and why: both are listed publicly. */
  readonly what: BilingualText;
  readonly reason: BilingualText;
}

/** Asks a changed survey from now on. What people have half answered is kept; the change is listed publicly with its reason. */
export function publishVersion(scope: ActorScope, { engagementId, once, what, reason }: PublishVersionInput): Promise<Result<{ readonly version: number }, "survey-has-faults" | "nothing-changed">> {
  return inTransaction(async (tx) => {
    const engagement = await getConsultationForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.publish-version", engagement);
    const { consultation } = engagement;
    const listed = await tx
      .insert(engagementChanges)
      .values({ id: once, engagementId, whatEn: what.en, whatCy: what.cy, reasonEn: reason.en, reasonCy: reason.cy, changedAt: now() })
      .onConflictDoNothing()
      .returning({ id: engagementChanges.id });
    // The form sent twice: the second finds it done.
    if (listed.length === 0) return ok({ version: consultation.version ?? 1 });
    const [latest] = await listVersions(scope, consultation.id, tx);
    if (latest && surveyDifferences(latest.document, consultation.draft).length === 0) throw new NotPublished("nothing-changed");
    if (checkSurvey(consultation.draft, { welsh: scope.council.welsh }).some(({ weight }) => weight === "error")) throw new NotPublished("survey-has-faults");
    const version = await putVersion(tx, scope, consultation, reason);
    await record(tx, scope, { act: "engagement.version-published", thing: { kind: "engagement", id: engagement.id }, detail: { version, reason: reason.en } });
    await emit(tx, { event: "engagement.changed", councilId: scope.council.id, payload: { engagementId: engagement.id, slug: engagement.slug, changeId: once } });
    await renewPages(tx, scope.council.slug);
    return ok({ version });
  }).catch((fault: unknown) => {
    if (fault instanceof NotPublished) return err(fault.code);
    throw fault;
  });
}

/** Thrown so that the listed change is undone with it. */
class NotPublished extends Error {
  readonly code: "survey-has-faults" | "nothing-changed";

  constructor(code: "survey-has-faults" | "nothing-changed") {
    super(code);
    this.code = code;
  }
}
