import { and, eq, ne } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assessmentFlags, assessments } from "#db/schema/priorities/assessments.ts";
import { priorityTargets } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { AssessmentKind, FlagColour } from "#domain/priorities/assessment.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface PutAssessmentInput {
  readonly once: string;
  readonly kind: AssessmentKind;
  readonly year: number;
  readonly title: BilingualText;
  readonly narrative: BilingualText;
  readonly publish: boolean;
}

/** Adds an assessment or changes it. Once published it stays public. */
export async function putAssessment(scope: ActorScope, { once: id, kind, year, title, narrative, publish }: PutAssessmentInput): Promise<Result<void, "form-expired">> {
  authorise(scope, "assessment.edit", null);
  return inTransaction(async (tx) => {
    const others = await tx.select({ slug: assessments.slug }).from(assessments).where(and(eq(assessments.councilId, scope.council.id), ne(assessments.id, id)));
    const [there] = await tx.select({ publishedAt: assessments.publishedAt }).from(assessments).where(eq(assessments.id, id));
    const words = { kind, year, titleEn: title.en, titleCy: title.cy, narrativeEn: narrative.en, narrativeCy: narrative.cy, publishedAt: there?.publishedAt ?? (publish ? now() : null) };
    const put = await tx
      .insert(assessments)
      .values({ id, councilId: scope.council.id, slug: unusedSlug(slugOf(`${title.en} ${year}`, "assessment"), others.map(({ slug }) => slug)), ...words })
      .onConflictDoUpdate({ target: assessments.id, set: words, setWhere: eq(assessments.councilId, scope.council.id) })
      .returning({ id: assessments.id });
    if (put.length === 0) return err("form-expired");
    await record(tx, scope, { act: "assessment.written", thing: { kind: "assessment", id }, detail: { published: words.publishedAt !== null } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

export interface PutFlagInput {
  readonly assessmentId: string;
  readonly once: string;
  readonly colour: FlagColour;
  readonly title: BilingualText;
  readonly evidence: BilingualText;
  readonly action: BilingualText;
  readonly actionBy: string;
  readonly dueOn: CivilDay | null;
  readonly clearedOn: CivilDay | null;
  readonly targetId: string | null;
}

/** Puts up a flag or changes it. Each has its evidence; a red one what is done, by whom and by when. */
export async function putFlag(scope: ActorScope, { assessmentId, once: id, title, evidence, action, ...flag }: PutFlagInput): Promise<Result<void, "form-expired" | "red-without-action" | "unknown-target" | "in-future">> {
  authorise(scope, "assessment.edit", null);
  if (flag.colour === "red" && (action.en + action.cy === "" || flag.actionBy === "" || flag.dueOn === null)) return err("red-without-action");
  if (flag.clearedOn !== null && flag.clearedOn > londonDay(now())) return err("in-future");
  return inTransaction(async (tx) => {
    const [assessment] = await tx.select({ id: assessments.id }).from(assessments).where(and(eq(assessments.councilId, scope.council.id), eq(assessments.id, assessmentId)));
    if (!assessment) return err("form-expired");
    if (flag.targetId !== null) {
      const [target] = await tx.select({ id: priorityTargets.id }).from(priorityTargets).where(and(eq(priorityTargets.councilId, scope.council.id), eq(priorityTargets.id, flag.targetId)));
      if (!target) return err("unknown-target");
    }
    const words = { titleEn: title.en, titleCy: title.cy, evidenceEn: evidence.en, evidenceCy: evidence.cy, actionEn: action.en, actionCy: action.cy, ...flag };
    const put = await tx
      .insert(assessmentFlags)
      .values({ id, councilId: scope.council.id, assessmentId, ...words })
      .onConflictDoUpdate({ target: assessmentFlags.id, set: words, setWhere: eq(assessmentFlags.assessmentId, assessmentId) })
      .returning({ id: assessmentFlags.id });
    if (put.length === 0) return err("form-expired");
    await record(tx, scope, { act: "assessment.flagged", thing: { kind: "assessment", id: assessmentId }, detail: { colour: flag.colour } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
