import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { and, eq } from "drizzle-orm";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { reachOf } from "#components/maps/projection.ts";
import { compare, countQuestions, countResponses, countValues, findAsked, listViews } from "#features/consultations/analysis/queries.ts";
import { listFound } from "#features/consultations/coding/queries.ts";
import { countAllPlaces, isPublicMap } from "#features/consultations/map-answers/queries.ts";
import { compareWithout, findCountedApart } from "#features/consultations/signs/queries.ts";
import { listVersions } from "#features/consultations/surveys/queries.ts";
import { findFeedback } from "#features/involvement/following/queries.ts";
import { listAreaShapes, listChanges } from "#features/involvement/queries.ts";

/**
 * Everything the report of a consultation says, counted now. `id` is the engagement's; whoever asks has been let in already. Nothing is
 * hidden here: that is done where it is laid out, by the same rule for officers as for everybody.
 */
export async function getReport(scope: AnyScope, id: string) {
  const [engagement] = await database()
    .select()
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, id)));
  const row = found(engagement, "engagement");
  const consultationId = found(row.consultationId, "consultation");
  const asked = await findAsked(scope, consultationId);
  const [totals, questions, views, themes, feedback, changes, versions, apart] = await Promise.all([
    countResponses(scope, consultationId),
    countQuestions(scope, consultationId, asked),
    listViews(scope, consultationId),
    listFound(scope, consultationId),
    findFeedback(row.id),
    listChanges(row.id),
    listVersions(scope, consultationId),
    findCountedApart(scope, consultationId),
  ]);
  const areas = await listAreaShapes(scope);
  const places = await countAllPlaces(scope, consultationId, asked.questions.filter(isPublicMap), { reach: reachOf(areas), hide: true });
  const traits = [];
  for (const dimension of asked.dimensions) if (dimension.by !== "question" && dimension.by !== "ward") traits.push({ dimension, counts: await countValues(scope, consultationId, dimension) });
  // Those who were recruited or live elsewhere stand beside residents and are never mixed in unseen.
  const sources = traits.find(({ dimension }) => dimension.by === "source")?.counts.counts ?? new Map<string, number>();
  const bySource = [];
  if (sources.size > 1)
    for (const dimension of asked.dimensions) {
      if (dimension.by !== "question" || dimension.row !== null) continue;
      const { personal, notPublished, type } = dimension.question;
      if (!personal && !notPublished && type !== "consent") bySource.push(await compare(scope, consultationId, asked, { rows: dimension.key, columns: "source", hide: true }));
    }
  const comparisons = [];
  for (const view of views) comparisons.push({ name: view.name, narrowed: view.narrowed, found: await compare(scope, consultationId, asked, { ...view.wanted, hide: true }, view.narrowed) });
  const survey = versions[0]?.document ?? null;
  return {
    slug: row.slug,
    state: row.state,
    title: bilingual(row.titleEn, row.titleCy),
    summary: bilingual(row.summaryEn, row.summaryCy),
    decision: bilingual(row.decisionEn, row.decisionCy),
    decidedBy: bilingual(row.decidedByEn, row.decidedByCy),
    affected: bilingual(row.affectedEn, row.affectedCy),
    statutoryBasis: row.statutoryBasis,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    decidedAt: row.decidedAt,
    versions: versions.length,
    survey,
    asked,
    totals,
    questions: questions.filter(({ question }) => !question.personal && !question.notPublished && question.type !== "consent"),
    wards: questions.flatMap(({ counted }) => counted).find(({ dimension }) => dimension.by === "ward") ?? null,
    areas,
    places,
    traits,
    bySource: bySource.flatMap((each) => (each ? [each] : [])),
    comparisons: comparisons.flatMap(({ name, narrowed, found: compared }) => (compared && !compared.apart && isPublishable(compared.row) && isPublishable(compared.column) ? [{ name, narrowed, found: compared }] : [])),
    apart,
    withAndWithout: apart.responses === 0 ? [] : (await compareWithout(scope, consultationId, asked)).filter(({ dimension }) => isPublishable(dimension) && "question" in dimension && dimension.question.type !== "consent"),
    themes,
    feedback: feedback?.publishedAt ? feedback : null,
    changes,
  };
}

export type ConsultationReport = Awaited<ReturnType<typeof getReport>>;

/** Nothing about a person and nothing that was asked not to be published is compared in a report. */
const isPublishable = (dimension: { readonly by: string; readonly question?: { readonly personal: boolean; readonly notPublished: boolean } }): boolean =>
  dimension.by === "ward" || dimension.question === undefined || (!dimension.question.personal && !dimension.question.notPublished);
