import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { consultations, surveyVersions } from "#db/schema/consultations/consultations.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Survey } from "#domain/consultations/survey.ts";
import { randomId } from "#platform/random.ts";
import { BUS_SURVEY } from "./surveys.ts";

export interface MadeConsultation {
  readonly engagementId: string;
  readonly consultationId: string;
  readonly slug: string;
}

/** A published consultation with its engagement, open from yesterday to in 50 days unless told otherwise. */
export async function makeConsultation(scope: AnyScope, { survey = BUS_SURVEY, opensAt = inDays(-1), closesAt = inDays(50) }: { readonly survey?: Survey; readonly opensAt?: Date; readonly closesAt?: Date } = {}): Promise<MadeConsultation> {
  const db = database();
  const [engagementId, consultationId, authorId, approverId] = [randomId(), randomId(), randomId(), randomId()];
  const councilId = scope.council.id;
  const slug = `survey-${engagementId.slice(0, 8)}`;
  await db.insert(people).values([authorId, approverId].map((id) => ({ id, email: `${id}@example.org`, name: "An officer" })));
  await db.insert(consultations).values({ id: consultationId, councilId, draft: survey });
  await db.insert(surveyVersions).values({ consultationId, councilId, version: 1, document: survey, publishedBy: authorId, publishedAt: opensAt });
  await db.update(consultations).set({ version: 1, opensAt, closesAt }).where(eq(consultations.id, consultationId));
  await db.insert(engagements).values({ id: engagementId, councilId, slug, titleEn: "Buses", titleCy: "Bysiau", topic: "transport-and-streets", level: "consult", state: "published", opensAt, closesAt, publishedAt: opensAt, consultationId, authorId, approverId });
  return { engagementId, consultationId, slug };
}

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
