import { and, asc, count, desc, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { ideaExclusions, ideaReviews, reviewAssignments, reviewNotes, reviewVersions } from "#db/schema/budgeting/feasibility.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { NO_CHECKS, reviewStanding, type Exclusion, type ReviewStanding, type Version } from "#domain/budgeting/feasibility.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { listImports, type ImportInView } from "#features/councils/imports/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";
import type { ReviewedProposal } from "./reviewed-proposal.ts";
import { reviewSheetRows, writeReviewSheet } from "./write-review-sheet.ts";

export type { ReviewedProposal };
export { asReviewImport } from "./review-import.ts";

/** What narrows the list; empty for all. */
export interface ReviewFilter {
  readonly search: string;
  readonly areaId: string;
  readonly standing: ReviewStanding | "";
  /** Only those assigned to this person. */
  readonly reviewerId: string;
  /** Only those of which some service's answer was due before this day. */
  readonly dueBefore: CivilDay | "";
}

export const NO_FILTER: ReviewFilter = { search: "", areaId: "", standing: "", reviewerId: "", dueBefore: "" };

const shown = sql`${ideas.sight} = 'shown' and ${ideas.state} not in ('merged', 'split', 'withdrawn', 'declined')`;

/** In SQL what `reviewStanding` says of one proposal, for filters and counts over thousands. */
const standingInSql = sql<ReviewStanding>`case
  when ${ideas.state} = 'not-feasible' then 'not-feasible'
  when ${ideas.state} in ('feasible', 'shortlisted', 'not-shortlisted', 'on-ballot') then 'feasible'
  when ${ideaReviews.ideaId} is null then 'not-started'
  when ${ideaReviews.checks} @? '$.*[*] ? (@.state == "stopped")' then 'ready'
  when not ${ideaReviews.checks} @? '$.* ? (@.state == "waiting")' and ${ideaReviews.lowPence} is not null then 'ready'
  when not ${ideaReviews.checks} @? '$.* ? (@.state != "waiting")' and ${ideaReviews.lowPence} is null then 'not-started'
  else 'under-way' end`;

function conditions(scope: AnyScope, programmeId: string, { search, areaId, standing, reviewerId, dueBefore }: ReviewFilter): SQL | undefined {
  const wanted = search.trim();
  const number = /^\d{1,9}$/.test(wanted) ? Number(wanted) : null;
  const like = `%${wanted.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return and(
    eq(ideas.councilId, scope.council.id),
    eq(ideas.programmeId, programmeId),
    shown,
    wanted === "" ? undefined : number === null ? or(sql`${ideas.titleEn} || ' ' || ${ideas.titleCy} ilike ${like}`, sql`${ideas.authorName} ilike ${like}`) : eq(ideas.number, number),
    areaId === "" ? undefined : sql`${ideas.areaId}::text = ${areaId}`,
    standing === "" ? undefined : sql`${standingInSql} = ${standing}`,
    reviewerId === "" ? undefined : sql`exists (select 1 from ${reviewAssignments} a where a.idea_id = ${sql.raw("ideas.id")} and a.reviewer_id::text = ${reviewerId})`,
    dueBefore === "" ? undefined : sql`${ideas.state} in ('collected', 'proposal') and exists (select 1 from ${reviewAssignments} a where a.idea_id = ${sql.raw("ideas.id")} and a.done_at is null and a.due_on < ${dueBefore}::date)`,
  );
}

const columns = {
  idea: ideas,
  review: ideaReviews,
  ballotPence: projects.costPence,
  areaEn: areas.nameEn,
  areaCy: areas.nameCy,
};

type Row = { readonly idea: typeof ideas.$inferSelect; readonly review: typeof ideaReviews.$inferSelect | null; readonly ballotPence: number | null; readonly areaEn: string | null; readonly areaCy: string | null };

function asProposal({ idea, review, ballotPence, areaEn, areaCy }: Row): ReviewedProposal {
  const checks = review?.checks ?? NO_CHECKS;
  const costing = { lowPence: review?.lowPence ?? null, highPence: review?.highPence ?? null, runningPence: review?.runningPence ?? null };
  return {
    ideaId: idea.id,
    number: idea.number,
    title: bilingual(idea.titleEn, idea.titleCy),
    author: idea.authorName,
    areaId: idea.areaId,
    areaName: areaEn === null ? null : bilingual(areaEn, areaCy ?? ""),
    category: idea.category,
    state: idea.state,
    supports: idea.supports,
    askedPence: idea.costPence,
    checks,
    ...costing,
    standing: reviewStanding(idea.state, checks, costing),
    reason: bilingual(idea.reasonEn, idea.reasonCy),
    ballotGrade: idea.state === "on-ballot" ? (review?.ballotGrade ?? null) : null,
    ballotPence: idea.state === "on-ballot" ? ballotPence : null,
    version: review?.version ?? 0,
  };
}

const rows = (executor: Executor = database()) =>
  executor.select(columns).from(ideas).leftJoin(ideaReviews, eq(ideaReviews.ideaId, ideas.id)).leftJoin(projects, eq(projects.id, ideas.projectId)).leftJoin(areas, eq(areas.id, ideas.areaId));

export const REVIEWS_PER_PAGE = 25;

/** One page of the proposals under review, by number, and how many there are in each standing. Two statements, however many proposals there are. */
export async function listReviews(
  scope: ActorScope,
  programmeId: string,
  filter: ReviewFilter,
  page: number,
): Promise<{ readonly proposals: readonly ReviewedProposal[]; readonly matching: number; readonly standings: ReadonlyMap<ReviewStanding, number> }> {
  const where = conditions(scope, programmeId, filter);
  const [proposals, counts] = await Promise.all([
    rows().where(where).orderBy(asc(ideas.number)).limit(REVIEWS_PER_PAGE).offset((page - 1) * REVIEWS_PER_PAGE),
    database()
      .select({ standing: standingInSql, proposals: count(), matching: sql<string>`count(*) filter (where ${where ?? sql`true`})` })
      .from(ideas)
      .leftJoin(ideaReviews, eq(ideaReviews.ideaId, ideas.id))
      .where(and(eq(ideas.councilId, scope.council.id), eq(ideas.programmeId, programmeId), shown))
      .groupBy(sql`1`),
  ]);
  return {
    proposals: proposals.map(asProposal),
    matching: counts.reduce((sum, { matching }) => sum + Number(matching), 0),
    standings: new Map(counts.map(({ standing, proposals: of }) => [standing, of])),
  };
}

/** Which of these proposals nobody has decided about yet: of those named, or of all that the filter finds. One statement. */
export async function listOpenIds(scope: ActorScope, programmeId: string, wanted: { readonly ids: readonly string[] } | { readonly filter: ReviewFilter }): Promise<readonly string[]> {
  const found = await database()
    .select({ id: ideas.id })
    .from(ideas)
    .leftJoin(ideaReviews, eq(ideaReviews.ideaId, ideas.id))
    .where(
      and(
        conditions(scope, programmeId, "filter" in wanted ? wanted.filter : NO_FILTER),
        inArray(ideas.state, ["collected", "proposal"]),
        "ids" in wanted ? inArray(ideas.id, [...wanted.ids]) : undefined,
      ),
    );
  return found.map(({ id }) => id);
}

/** Every proposal of a programme with its review, by number: for spreadsheets and shortlists. */
export const listAllReviews = async (scope: AnyScope, programmeId: string, executor?: Executor): Promise<readonly ReviewedProposal[]> =>
  (await rows(executor).where(conditions(scope, programmeId, NO_FILTER)).orderBy(asc(ideas.number))).map(asProposal);

/** What waits in one programme's review of proposals. */
export interface ReviewsWaiting {
  readonly programmeId: string;
  /** Assigned to this person and not done, and by when the first is due. */
  readonly mine: number;
  readonly mineDueOn: CivilDay | null;
  /** Late, of whichever service, and since when. */
  readonly late: number;
  readonly lateSince: CivilDay | null;
  /** Proposals about which services have found what there is to find, and nobody has decided. */
  readonly ready: number;
}

/** How the review of proposals stands in each programme where something waits: two statements, however many there are. */
export async function countReviewsWaiting(scope: ActorScope, today: CivilDay): Promise<readonly ReviewsWaiting[]> {
  const open = sql`${ideas.state} in ('collected', 'proposal') and ${ideas.sight} = 'shown'`;
  const [assigned, ready] = await Promise.all([
    database()
      .select({
        programmeId: ideas.programmeId,
        mine: sql<number>`count(*) filter (where ${reviewAssignments.reviewerId} = ${scope.actor.personId})::integer`,
        mineDueOn: sql<string | null>`min(${reviewAssignments.dueOn}) filter (where ${reviewAssignments.reviewerId} = ${scope.actor.personId})`,
        late: sql<number>`count(*) filter (where ${reviewAssignments.dueOn} < ${today}::date)::integer`,
        lateSince: sql<string | null>`min(${reviewAssignments.dueOn}) filter (where ${reviewAssignments.dueOn} < ${today}::date)`,
      })
      .from(reviewAssignments)
      .innerJoin(ideas, eq(ideas.id, reviewAssignments.ideaId))
      .where(and(eq(ideas.councilId, scope.council.id), isNull(reviewAssignments.doneAt), open))
      .groupBy(ideas.programmeId),
    database()
      .select({ programmeId: ideas.programmeId, ready: count() })
      .from(ideas)
      .innerJoin(ideaReviews, eq(ideaReviews.ideaId, ideas.id))
      .where(and(eq(ideas.councilId, scope.council.id), open, sql`${standingInSql} = 'ready'`))
      .groupBy(ideas.programmeId),
  ]);
  const NOTHING = { mine: 0, mineDueOn: null, late: 0, lateSince: null, ready: 0 };
  const all = new Map<string, ReviewsWaiting>(assigned.map((row) => [row.programmeId, { ...NOTHING, ...row }]));
  for (const { programmeId, ready: number } of ready) all.set(programmeId, { ...(all.get(programmeId) ?? { ...NOTHING, programmeId }), ready: number });
  return [...all.values()];
}

export interface VersionInView extends Version {
  readonly what: BilingualText;
}

/** The versions of every proposal of a programme that has any, good before better before best. One statement. */
export async function listVersions(scope: AnyScope, programmeId: string, executor: Executor = database()): Promise<ReadonlyMap<string, readonly VersionInView[]>> {
  const rows = await executor
    .select({ version: reviewVersions })
    .from(reviewVersions)
    .innerJoin(ideas, eq(ideas.id, reviewVersions.ideaId))
    .where(and(eq(ideas.councilId, scope.council.id), eq(ideas.programmeId, programmeId)))
    .orderBy(asc(reviewVersions.ideaId), asc(reviewVersions.grade));
  const all = new Map<string, VersionInView[]>();
  for (const { version } of rows) all.set(version.ideaId, [...(all.get(version.ideaId) ?? []), versionInView(version)]);
  return all;
}

const versionInView = ({ grade, whatEn, whatCy, costPence, runningPence }: typeof reviewVersions.$inferSelect): VersionInView => ({ grade, what: bilingual(whatEn, whatCy), costPence, runningPence });

export interface AssignmentInView {
  readonly id: string;
  readonly service: string;
  readonly reviewerId: string | null;
  readonly reviewer: string;
  readonly dueOn: string | null;
  readonly doneAt: Date | null;
}

export interface ReviewInView extends ReviewedProposal {
  readonly programmeId: string;
  readonly text: BilingualText;
  readonly place: string;
  readonly costNote: BilingualText;
  readonly versions: readonly VersionInView[];
  readonly assignments: readonly AssignmentInView[];
  readonly notes: readonly { readonly id: string; readonly text: string; readonly by: string; readonly at: Date }[];
  readonly exclusions: readonly { readonly otherId: string; readonly number: number; readonly title: BilingualText; readonly reason: BilingualText }[];
  readonly changedBy: string | null;
}

/** One proposal with everything officers know about it; 404 for another council's or a number that is not there. Five statements. */
export async function getReview(scope: AnyScope, programmeId: string, number: number, executor: Executor = database()): Promise<ReviewInView> {
  const [row] = await executor
    .select({ ...columns, changer: people.name, changerEmail: people.email })
    .from(ideas)
    .leftJoin(ideaReviews, eq(ideaReviews.ideaId, ideas.id))
    .leftJoin(projects, eq(projects.id, ideas.projectId))
    .leftJoin(areas, eq(areas.id, ideas.areaId))
    .leftJoin(people, eq(people.id, ideaReviews.changedBy))
    .where(and(eq(ideas.councilId, scope.council.id), eq(ideas.programmeId, programmeId), eq(ideas.number, number)));
  const one = found(row, "idea");
  const ideaId = one.idea.id;
  const versions = await executor.select().from(reviewVersions).where(eq(reviewVersions.ideaId, ideaId)).orderBy(asc(reviewVersions.grade));
  const assignments = await executor
    .select({ assignment: reviewAssignments, name: people.name, email: people.email })
    .from(reviewAssignments)
    .leftJoin(people, eq(people.id, reviewAssignments.reviewerId))
    .where(eq(reviewAssignments.ideaId, ideaId))
    .orderBy(asc(reviewAssignments.service));
  const notes = await executor
    .select({ note: reviewNotes, name: people.name, email: people.email })
    .from(reviewNotes)
    .innerJoin(people, eq(people.id, reviewNotes.writtenBy))
    .where(eq(reviewNotes.ideaId, ideaId))
    .orderBy(desc(reviewNotes.writtenAt));
  const exclusions = await executor
    .select({ exclusion: ideaExclusions, other: { id: ideas.id, number: ideas.number, titleEn: ideas.titleEn, titleCy: ideas.titleCy } })
    .from(ideaExclusions)
    .innerJoin(ideas, sql`${ideas.id} = case when ${ideaExclusions.ideaId} = ${ideaId} then ${ideaExclusions.otherId} else ${ideaExclusions.ideaId} end`)
    .where(or(eq(ideaExclusions.ideaId, ideaId), eq(ideaExclusions.otherId, ideaId)))
    .orderBy(asc(ideas.number));
  return {
    ...asProposal(one),
    programmeId,
    text: bilingual(one.idea.textEn, one.idea.textCy),
    place: one.idea.place,
    costNote: bilingual(one.review?.costNoteEn ?? "", one.review?.costNoteCy ?? ""),
    versions: versions.map(versionInView),
    assignments: assignments.map(({ assignment: { id, service, reviewerId, dueOn, doneAt }, name, email }) => ({ id, service, reviewerId, reviewer: name === null ? "" : name || (email ?? ""), dueOn, doneAt })),
    notes: notes.map(({ note, name, email }) => ({ id: note.id, text: note.text, by: name || email, at: note.writtenAt })),
    exclusions: exclusions.map(({ exclusion, other }) => ({ otherId: other.id, number: other.number, title: bilingual(other.titleEn, other.titleCy), reason: bilingual(exclusion.reasonEn, exclusion.reasonCy) })),
    changedBy: one.changer === null ? null : one.changer || one.changerEmail,
  };
}

/** Who may be asked to review: people with the role at the council, by name. */
export async function listReviewers(scope: ActorScope): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const found = await database()
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.councilId, scope.council.id), sql`${memberships.role} in ('service-reviewer', 'engagement-officer', 'council-admin')`));
  return found.map(({ id, name, email }) => ({ id, name: name || email })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Pairs of a programme's proposals of which only one can be done. */
export async function listExclusions(scope: AnyScope, programmeId: string, executor: Executor = database()): Promise<readonly Exclusion[]> {
  return executor
    .select({ ideaId: ideaExclusions.ideaId, otherId: ideaExclusions.otherId })
    .from(ideaExclusions)
    .innerJoin(ideas, eq(ideas.id, ideaExclusions.ideaId))
    .where(and(eq(ideaExclusions.councilId, scope.council.id), eq(ideas.programmeId, programmeId)));
}

/** The number of the next proposal after this one that still needs a decision, or of the first; null where none does. One statement. */
export async function nextToReview(scope: ActorScope, programmeId: string, after: number): Promise<number | null> {
  const [row] = await database()
    .select({ number: ideas.number })
    .from(ideas)
    .leftJoin(ideaReviews, eq(ideaReviews.ideaId, ideas.id))
    .where(and(eq(ideas.councilId, scope.council.id), eq(ideas.programmeId, programmeId), shown, sql`${standingInSql} in ('not-started', 'under-way', 'ready')`, sql`${ideas.number} <> ${after}`))
    .orderBy(sql`${ideas.number} < ${after}`, asc(ideas.number))
    .limit(1);
  return row?.number ?? null;
}

/** The latest sheets that were brought back for a programme, newest first. */
export const listReviewImports = (scope: ActorScope, programmeId: string): Promise<readonly ImportInView[]> => listImports(scope, "reviews", { programmeId });

/** All proposals of a programme as a file to fill in. */
export async function getReviewSheet(scope: ActorScope, programmeId: string, { name, as }: { readonly name: string; readonly as: "csv" | "xlsx" }): Promise<Response> {
  const proposals = await listAllReviews(scope, programmeId);
  if (as === "csv") {
    const lines = reviewSheetRows(scope.locale, proposals);
    return csvResponse(
      `${name}.csv`,
      (async function* () {
        yield* lines;
      })(),
    );
  }
  return new Response(new Uint8Array(await writeReviewSheet(scope.locale, proposals)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}.xlsx"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
