import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { pots, programmePhases } from "#db/schema/budgeting/programmes.ts";
import { engagementAreas, engagementChanges, engagementFeedback, engagements } from "#db/schema/involvement/engagements.ts";
import { areas } from "#db/schema/councils/areas.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Phase } from "#domain/budgeting/phase.ts";
import type { AreaBoundary } from "#domain/councils/area.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { PUBLIC_STATES, type EngagementState, type Level, type Topic } from "#domain/involvement/engagement.ts";
import { found } from "#domain/policy/access-error.ts";

export interface EngagementInView {
  readonly id: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly decision: BilingualText;
  readonly decidedBy: BilingualText;
  readonly affected: BilingualText;
  readonly level: Level;
  readonly topic: Topic;
  readonly statutoryBasis: string;
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly resultsAt: Date | null;
  /** When the decision of a consultation was published. */
  readonly decidedAt: Date | null;
  readonly programmeId: string | null;
  readonly consultationId: string | null;
  readonly electionId: string | null;
}

export interface PotInView {
  readonly id: string;
  readonly slug: string;
  readonly name: BilingualText;
  /** The area whose residents decide over it; null for the whole council. */
  readonly areaId: string | null;
  readonly amountPence: number;
  readonly pollId: string;
}

/** A budget vote as residents see it: the engagement, and the pots that are voted on. */
export interface BudgetVoteInView {
  readonly engagementId: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly resultsAt: Date | null;
  readonly programmeId: string;
  readonly pots: readonly PotInView[];
}

const columns = {
  id: engagements.id,
  slug: engagements.slug,
  titleEn: engagements.titleEn,
  titleCy: engagements.titleCy,
  summaryEn: engagements.summaryEn,
  summaryCy: engagements.summaryCy,
  decisionEn: engagements.decisionEn,
  decisionCy: engagements.decisionCy,
  decidedByEn: engagements.decidedByEn,
  decidedByCy: engagements.decidedByCy,
  affectedEn: engagements.affectedEn,
  affectedCy: engagements.affectedCy,
  level: engagements.level,
  topic: engagements.topic,
  statutoryBasis: engagements.statutoryBasis,
  state: engagements.state,
  opensAt: engagements.opensAt,
  closesAt: engagements.closesAt,
  resultsAt: engagements.resultsAt,
  decidedAt: engagements.decidedAt,
  programmeId: engagements.programmeId,
  consultationId: engagements.consultationId,
  electionId: engagements.electionId,
};

type Row = Pick<typeof engagements.$inferSelect, keyof typeof columns>;

const inView = (row: Row): EngagementInView => ({
  id: row.id,
  slug: row.slug,
  title: bilingual(row.titleEn, row.titleCy),
  summary: bilingual(row.summaryEn, row.summaryCy),
  decision: bilingual(row.decisionEn, row.decisionCy),
  decidedBy: bilingual(row.decidedByEn, row.decidedByCy),
  affected: bilingual(row.affectedEn, row.affectedCy),
  level: row.level,
  topic: row.topic,
  statutoryBasis: row.statutoryBasis,
  state: row.state,
  opensAt: row.opensAt,
  closesAt: row.closesAt,
  resultsAt: row.resultsAt,
  decidedAt: row.decidedAt,
  programmeId: row.programmeId,
  consultationId: row.consultationId,
  electionId: row.electionId,
});

const isPublic = inArray(engagements.state, [...PUBLIC_STATES]);

/** One published engagement of the council; 404 before it is published. */
export async function getEngagement(scope: AnyScope, slug: string): Promise<EngagementInView> {
  const [row] = await database()
    .select(columns)
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.slug, slug), isPublic));
  return inView(found(row, "engagement"));
}

/** A consultation whose answers have been analysed, so that they may be shown to everybody; 404 before. */
export async function getAnalysed(scope: AnyScope, slug: string): Promise<EngagementInView & { readonly consultationId: string }> {
  const engagement = await getEngagement(scope, slug);
  const shown = ["analysed", "decided", "fed-back", "archived"].includes(engagement.state);
  return { ...engagement, consultationId: found(shown ? engagement.consultationId : null, "results") };
}

/** One engagement by its id, in any state: for previews and for events carried on by jobs. */
export async function getEngagementById(scope: AnyScope, id: string): Promise<EngagementInView> {
  const [row] = await database()
    .select(columns)
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, id)));
  return inView(found(row, "engagement"));
}

/** A published budget vote with its pots; 404 before it is published or where the engagement holds no vote. */
export async function getBudgetVote(scope: AnyScope, slug: string): Promise<BudgetVoteInView> {
  return asBudgetVote(scope, await getEngagement(scope, slug));
}

/** The vote an engagement holds; 404 where it holds none. */
export async function asBudgetVote(scope: AnyScope, engagement: EngagementInView): Promise<BudgetVoteInView> {
  const programmeId = found(engagement.programmeId, "programme");
  const rows = await database()
    .select()
    .from(pots)
    .where(and(eq(pots.councilId, scope.council.id), eq(pots.programmeId, programmeId)))
    .orderBy(asc(pots.position), asc(pots.slug));
  const { id, slug, title, summary, state, opensAt, closesAt, resultsAt } = engagement;
  return {
    engagementId: id,
    slug,
    title,
    summary,
    state,
    opensAt,
    closesAt,
    resultsAt,
    programmeId,
    pots: rows.map((pot) => ({ id: pot.id, slug: pot.slug, name: bilingual(pot.nameEn, pot.nameCy), areaId: pot.areaId, amountPence: pot.amountPence, pollId: pot.pollId })),
  };
}

export interface PhaseInView {
  readonly phase: Phase;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** The phases of a programme in the order they come. */
export async function listPhases(programmeId: string): Promise<readonly PhaseInView[]> {
  return database()
    .select({ phase: programmePhases.phase, startsOn: programmePhases.startsOn, endsOn: programmePhases.endsOn })
    .from(programmePhases)
    .where(eq(programmePhases.programmeId, programmeId))
    .orderBy(asc(programmePhases.startsOn), asc(programmePhases.phase));
}

/** One line of the hub: an engagement, what it shares out and how many have taken part. */
export interface EngagementOnHub extends EngagementInView {
  readonly areaNames: readonly BilingualText[];
  readonly areaIds: readonly string[];
  readonly potTotalPence: number;
  readonly takenPart: number;
  /** Minutes that the survey of a consultation takes; null where nobody has said, and for a vote. */
  readonly surveyMinutes: number | null;
  readonly tile: string;
}

// Inside a subquery drizzle writes a column without its table, which then means the subquery's own.
const ownId = sql.raw("engagements.id");
const ownProgramme = sql.raw("engagements.programme_id");
const ownConsultation = sql.raw("engagements.consultation_id");
const ownElection = sql.raw("engagements.election_id");

/** Every published engagement of the council, those closing soonest first. */
export async function listEngagements(scope: AnyScope): Promise<readonly EngagementOnHub[]> {
  const rows = await database()
    .select({
      ...columns,
      areaNames: sql<string>`coalesce((select json_agg(json_build_object('en', a.name_en, 'cy', a.name_cy) order by a.name_en)
        from ${engagementAreas} ea join ${areas} a on a.id = ea.area_id where ea.engagement_id = ${ownId}), '[]')::text`,
      areaIds: sql<string>`coalesce((select json_agg(ea.area_id) from ${engagementAreas} ea where ea.engagement_id = ${ownId}), '[]')::text`,
      potTotal: sql<string>`coalesce((select sum(amount_pence) from ${pots} where programme_id = ${ownProgramme}), 0)`,
      takenPart: sql<string>`(select count(*) from roll_marks m join ${pots} p on p.poll_id = m.poll_id where p.programme_id = ${ownProgramme})
        + (select count(*) from roll_marks m join contests c on c.poll_id = m.poll_id where c.election_id = ${ownElection})
        + (select count(*) from responses r where r.consultation_id = ${ownConsultation} and r.state = 'submitted')`,
      surveyMinutes: sql<number | null>`(select (v.document ->> 'minutes')::int from consultations c join survey_versions v on v.consultation_id = c.id and v.version = c.version where c.id = ${ownConsultation})`,
      tile: sql<string>`coalesce((select pr.tile from projects pr join ${pots} p on p.id = pr.pot_id where p.programme_id = ${ownProgramme} order by pr.number limit 1), case when ${ownElection} is null then 'ring' else 'young-people' end)`,
    })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), isPublic))
    .orderBy(asc(engagements.closesAt), asc(engagements.slug));
  return rows.map(({ areaNames, areaIds, potTotal, takenPart, surveyMinutes, tile, ...row }) => ({
    ...inView(row),
    areaNames: JSON.parse(areaNames) as BilingualText[],
    areaIds: JSON.parse(areaIds) as string[],
    potTotalPence: Number(potTotal),
    takenPart: Number(takenPart),
    surveyMinutes,
    tile,
  }));
}

export interface FeedbackInView {
  readonly consultationId: string | null;
  readonly slug: string;
  readonly title: BilingualText;
  readonly asked: BilingualText;
  readonly said: BilingualText;
  readonly did: BilingualText;
  readonly publishedAt: Date;
}

/** "We asked, you said, we did" of every engagement that has been reported back, newest first. */
export async function listFeedback(scope: AnyScope, most = 10): Promise<readonly FeedbackInView[]> {
  const rows = await database()
    .select({ slug: engagements.slug, consultationId: engagements.consultationId, titleEn: engagements.titleEn, titleCy: engagements.titleCy, feedback: engagementFeedback })
    .from(engagementFeedback)
    .innerJoin(engagements, eq(engagements.id, engagementFeedback.engagementId))
    .where(and(eq(engagements.councilId, scope.council.id), isPublic, sql`${engagementFeedback.publishedAt} is not null`))
    .orderBy(desc(engagementFeedback.publishedAt))
    .limit(most);
  return rows.map(({ slug, consultationId, titleEn, titleCy, feedback }) => ({
    slug,
    consultationId,
    title: bilingual(titleEn, titleCy),
    asked: bilingual(feedback.askedEn, feedback.askedCy),
    said: bilingual(feedback.saidEn, feedback.saidCy),
    did: bilingual(feedback.didEn, feedback.didCy),
    publishedAt: found(feedback.publishedAt, "feedback"),
  }));
}

/** Changes made after publication, with the reason, newest first. */
export async function listChanges(engagementId: string): Promise<readonly { what: BilingualText; reason: BilingualText; changedAt: Date }[]> {
  const rows = await database().select().from(engagementChanges).where(eq(engagementChanges.engagementId, engagementId)).orderBy(desc(engagementChanges.changedAt));
  return rows.map((row) => ({ what: bilingual(row.whatEn, row.whatCy), reason: bilingual(row.reasonEn, row.reasonCy), changedAt: row.changedAt }));
}

/** The wards of the council, by name: to choose from in a search. */
export async function listAreasToChoose(scope: AnyScope): Promise<readonly { id: string; name: BilingualText }[]> {
  const rows = await database()
    .select({ id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy })
    .from(areas)
    .where(and(eq(areas.councilId, scope.council.id), eq(areas.kind, "ward")))
    .orderBy(asc(areas.nameEn));
  return rows.map((row) => ({ id: row.id, name: bilingual(row.nameEn, row.nameCy) }));
}

export interface AreaOnMap {
  readonly id: string;
  readonly name: BilingualText;
  readonly geometry: AreaBoundary;
}

/** Wards with their boundaries, for a map. Those without a boundary are left out. */
export async function listAreaShapes(scope: AnyScope): Promise<readonly AreaOnMap[]> {
  const rows = await database()
    .select({ id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy, boundary: areas.boundary })
    .from(areas)
    .where(and(eq(areas.councilId, scope.council.id), eq(areas.kind, "ward")))
    .orderBy(asc(areas.nameEn));
  return rows.flatMap(({ id, nameEn, nameCy, boundary }) => (boundary ? [{ id, name: bilingual(nameEn, nameCy), geometry: boundary }] : []));
}

/** What a vote of the council is called, whatever its state: for people who were asked to do something for it. 404 for another council's. */
export async function getVoteTitle(scope: AnyScope, engagementId: string): Promise<BilingualText> {
  const [row] = await database()
    .select({ en: engagements.titleEn, cy: engagements.titleCy })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId)));
  const { en, cy } = found(row, "vote");
  return bilingual(en, cy);
}
