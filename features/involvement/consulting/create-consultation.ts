import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Survey } from "#domain/consultations/survey.ts";
import type { Topic } from "#domain/involvement/engagement.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { beginConsultation } from "#features/consultations/surveys/open-consultation.ts";
import { record } from "#platform/audit-trail.ts";

export interface CreateConsultationInput {
  /** The form's one-use number; becomes the engagement's id, so that a form sent twice makes one consultation. */
  readonly once: string;
  readonly title: BilingualText;
  readonly topic: Topic;
  /** Address part; made of the title unless given. */
  readonly slug?: string;
  /** What it begins with: a template's survey, or an empty one. */
  readonly survey: Survey;
}

export interface CreatedConsultation {
  readonly engagementId: string;
  readonly slug: string;
}

/** Begins a consultation: an engagement and its survey, as a draft. */
export async function createConsultation(scope: ActorScope, input: CreateConsultationInput): Promise<Result<CreatedConsultation, "try-again">> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const made = await tryToCreate(scope, input);
    if (made !== null) return ok(made);
  }
  return err("try-again");
}

/** Null where a namesake was made at the same moment. */
const tryToCreate = (scope: ActorScope, input: CreateConsultationInput): Promise<CreatedConsultation | null> =>
  inTransaction(async (tx) => {
    authorise(scope, "engagement.create", undefined);
    const there = await tx.select({ id: engagements.id, slug: engagements.slug }).from(engagements).where(eq(engagements.councilId, scope.council.id));
    const same = there.find(({ id }) => id === input.once);
    if (same) return { engagementId: same.id, slug: same.slug };
    const slug = unusedSlug(input.slug ?? slugOf(input.title.en || input.title.cy, "consultation"), there.map((each) => each.slug));
    const consultationId = await beginConsultation(tx, scope, input.survey);
    const made = await tx
      .insert(engagements)
      .values({ id: input.once, councilId: scope.council.id, slug, titleEn: input.title.en, titleCy: input.title.cy, topic: input.topic, level: "consult", consultationId, authorId: scope.actor.personId })
      .onConflictDoNothing()
      .returning({ id: engagements.id });
    if (made.length === 0) {
      // The draft of the survey that was begun belongs to nobody: undo it, and look again.
      throw new TakenMeanwhile();
    }
    await record(tx, scope, { act: "engagement.created", thing: { kind: "engagement", id: input.once }, detail: { slug } });
    return { engagementId: input.once, slug };
  }).catch((fault: unknown) => {
    if (fault instanceof TakenMeanwhile) return null;
    throw fault;
  });

class TakenMeanwhile extends Error {}
