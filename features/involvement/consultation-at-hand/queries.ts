import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { getOpenSurvey, type OpenSurvey } from "#features/consultations/surveys/queries.ts";
import { getEngagement, type EngagementInView } from "#features/involvement/queries.ts";

/** A published consultation with its engagement: what residents answer. */
export interface ConsultationAtHand {
  readonly engagement: EngagementInView;
  readonly open: OpenSurvey;
}

/** The consultation at a public address; 404 before it is published or where the engagement holds none. */
export async function getConsultationAtHand(scope: AnyScope, slug: string): Promise<ConsultationAtHand> {
  const engagement = await getEngagement(scope, slug);
  return { engagement, open: await getOpenSurvey(scope, found(engagement.consultationId, "consultation")) };
}
