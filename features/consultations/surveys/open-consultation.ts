import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { consultations, surveyVersions } from "#db/schema/consultations/consultations.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { EMPTY_SURVEY, type Survey } from "#domain/consultations/survey.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import type { ConsultationForOfficers } from "./queries.ts";

/** A consultation with a survey to work on, as part of the command that begins an engagement. Gives its id. */
export async function beginConsultation(tx: Transaction, scope: ActorScope, draft: Survey = EMPTY_SURVEY): Promise<string> {
  const id = randomId();
  await tx.insert(consultations).values({ id, councilId: scope.council.id, draft });
  return id;
}

/** Makes the draft the first version and opens it for the time given, as part of publishing the engagement. */
export const openConsultation = (tx: Transaction, scope: ActorScope, consultation: ConsultationForOfficers, times: { readonly opensAt: Date; readonly closesAt: Date }): Promise<number> =>
  putVersion(tx, scope, consultation, { en: "", cy: "" }, times);

/** Makes the draft the next version, and the one that is asked from now on. Gives its number. */
export async function putVersion(
  tx: Transaction,
  scope: ActorScope,
  consultation: ConsultationForOfficers,
  reason: BilingualText,
  times: { readonly opensAt?: Date; readonly closesAt?: Date } = {},
): Promise<number> {
  const version = (consultation.version ?? 0) + 1;
  const councilId = scope.council.id;
  await tx
    .insert(surveyVersions)
    .values({ consultationId: consultation.id, councilId, version, document: consultation.draft, reasonEn: reason.en, reasonCy: reason.cy, publishedBy: scope.actor.personId, publishedAt: now() });
  await tx
    .update(consultations)
    .set({ version, ...times })
    .where(and(eq(consultations.councilId, councilId), eq(consultations.id, consultation.id)));
  return version;
}

/** Keeps what an officer has written of the survey. */
export async function keepSurvey(tx: Transaction, scope: ActorScope, consultationId: string, draft: Survey): Promise<void> {
  await tx
    .update(consultations)
    .set({ draft })
    .where(and(eq(consultations.councilId, scope.council.id), eq(consultations.id, consultationId)));
}
