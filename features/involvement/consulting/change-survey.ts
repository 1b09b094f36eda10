import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Survey } from "#domain/consultations/survey.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { keepSurvey } from "#features/consultations/surveys/open-consultation.ts";
import { getConsultationForOfficers, seenOf } from "#features/involvement/drafting/queries.ts";
import { unsign } from "#features/involvement/drafting/unsign.ts";
import { record } from "#platform/audit-trail.ts";

export interface SurveyToChange {
  readonly engagementId: string;
  /** What `seenOf` said of the part shown; empty where nobody looked at it first. */
  readonly seen: string;
}

/**
 * Changes the survey that is being written: locks the engagement, asks whether the person may, refuses where somebody else
 * has changed that part since the form was shown, and records the act. `change` is pure; what it refuses is not written.
 * After publication this is the draft of the next version: nobody is asked it until that is published.
 */
export function changeSurvey<E extends string>(
  scope: ActorScope,
  { engagementId, seen }: SurveyToChange,
  { what, part, detail = {} }: { readonly what: string; readonly part: (survey: Survey) => unknown; readonly detail?: Record<string, unknown> },
  change: (survey: Survey) => Result<Survey, E>,
): Promise<Result<void, E | "changed-meanwhile">> {
  return inTransaction(async (tx) => {
    const engagement = await getConsultationForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.edit-survey", engagement);
    const { consultation } = engagement;
    if (seen !== "" && seen !== seenOf(part(consultation.draft))) return err("changed-meanwhile");
    const changed = change(consultation.draft);
    if (!changed.ok) return changed;
    await keepSurvey(tx, scope, consultation.id, changed.value);
    await unsign(tx, engagement, ["both-languages"]);
    await record(tx, scope, { act: "engagement.survey-changed", thing: { kind: "engagement", id: engagement.id }, detail: { what, ...detail } });
    return ok();
  });
}
