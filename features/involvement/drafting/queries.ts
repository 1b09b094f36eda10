import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { engagements, engagementSubmissions, readinessSignatures } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import { readAfterCount } from "#domain/budgeting/after-count.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { polledContests } from "#domain/elections/without-poll.ts";
import type { EngagementState, Level, SubmissionAnswer, Topic } from "#domain/involvement/engagement.ts";
import type { DraftText, DraftToJudge, ReadinessItem } from "#domain/involvement/readiness.ts";
import type { SubmittedContent } from "#domain/involvement/submission.ts";
import { found } from "#domain/policy/access-error.ts";
import type { PotInput } from "#features/budgeting/pots/open-pot.ts";
import { getProgramme, wholeOf, type ProgrammeForOfficers } from "#features/budgeting/programmes/queries.ts";
import { getElection } from "#features/elections/queries.ts";
import type { ProjectInput } from "#features/budgeting/projects/add-project.ts";
import { getConsultation, type ConsultationForOfficers } from "#features/consultations/surveys/queries.ts";
import { listStatutes, type StatuteInView } from "#features/involvement/statutes/queries.ts";
import { sha256 } from "#platform/keys.ts";

export interface Signature {
  readonly item: ReadinessItem;
  readonly evidence: string;
  readonly signedBy: string;
  readonly signedAt: Date;
}

/** An engagement with everything officers see of it, in whatever state it is: a budget vote or a consultation. */
export interface EngagementForOfficers {
  readonly id: string;
  readonly slug: string;
  readonly state: EngagementState;
  readonly texts: Readonly<Record<DraftText, BilingualText>>;
  readonly level: Level;
  readonly topic: Topic;
  readonly statutoryBasis: string;
  /** The code of a statutory consultation; empty where no statute asks for it. */
  readonly statute: string;
  /** What that statute asks for; null where none is chosen. */
  readonly askedByLaw: StatuteInView | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly resultsAt: Date | null;
  readonly publishedAt: Date | null;
  /** Who published it; null before, and where that was not written down. */
  readonly publishedBy: string | null;
  /** When the decision of a consultation was published. */
  readonly decidedAt: Date | null;
  /** When it was shown to everybody before its ballots were ready. */
  readonly announcedAt: Date | null;
  readonly authorId: string;
  readonly authorName: string;
  readonly approverId: string | null;
  /** Null where it holds no vote. */
  readonly programme: ProgrammeForOfficers | null;
  /** Null where it holds no consultation. */
  readonly consultation: ConsultationForOfficers | null;
  /** Null where it holds no election. */
  readonly electionId: string | null;
  readonly signatures: readonly Signature[];
}

/** An engagement that holds a budget vote. */
export interface BudgetVoteForOfficers extends EngagementForOfficers {
  readonly programme: ProgrammeForOfficers;
}

/** An engagement that holds a consultation. */
export interface ConsultationEngagement extends EngagementForOfficers {
  readonly consultation: ConsultationForOfficers;
}

const [checkers, answerers, publishers] = [alias(people, "checkers"), alias(people, "answerers"), alias(people, "publishers")];
const nameOf = (who: typeof checkers | typeof answerers | typeof publishers) => sql<string | null>`coalesce(nullif(${who.name}, ''), ${who.email})`;

/** A budget vote of the council by its id; 404 where there is none. In a transaction it is locked until the end of it. */
export async function getVoteForOfficers(scope: ActorScope, id: string, transaction?: Executor): Promise<BudgetVoteForOfficers> {
  const engagement = await getEngagementForOfficers(scope, id, transaction);
  return { ...engagement, programme: found(engagement.programme, "programme") };
}

/** An engagement with ballots of its own, of a budget or of an election. */
export interface VoteOfBallots extends EngagementForOfficers {
  readonly ballots: readonly { readonly pollId: string; readonly name: BilingualText; readonly areaId: string | null }[];
}

/** A budget vote or an election of the council with its ballots; 404 where there is neither. In a transaction it is locked until the end of it. */
export async function getVoteOfBallots(scope: ActorScope, id: string, transaction?: Executor): Promise<VoteOfBallots> {
  const engagement = await getEngagementForOfficers(scope, id, transaction);
  if (engagement.electionId !== null) return { ...engagement, ballots: polledContests(await getElection(scope, engagement.electionId, transaction)) };
  return { ...engagement, ballots: found(engagement.programme, "programme").pots };
}

/** A consultation of the council by its engagement's id; 404 where there is none. In a transaction it is locked until the end of it. */
export async function getConsultationForOfficers(scope: ActorScope, id: string, transaction?: Executor): Promise<ConsultationEngagement> {
  const engagement = await getEngagementForOfficers(scope, id, transaction);
  return { ...engagement, consultation: found(engagement.consultation, "consultation") };
}

/** An engagement of the council by its id, whatever it holds; 404 where there is none. In a transaction it is locked until the end of it. */
export async function getEngagementForOfficers(scope: ActorScope, id: string, transaction?: Executor): Promise<EngagementForOfficers> {
  const executor = transaction ?? database();
  const one = executor
    .select({ engagement: engagements, authorName: people.name, authorEmail: people.email, publisher: nameOf(publishers) })
    .from(engagements)
    .innerJoin(people, eq(people.id, engagements.authorId))
    .leftJoin(publishers, eq(publishers.id, engagements.publishedBy))
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, isUuid(id) ? id : NOBODY)));
  const [row] = await (transaction ? one.for("update", { of: engagements }) : one);
  const { engagement, authorName, authorEmail, publisher } = found(row, "engagement");
  const programme = engagement.programmeId === null ? null : await getProgramme(scope, engagement.programmeId, executor);
  const consultation = engagement.consultationId === null ? null : await getConsultation(scope, engagement.consultationId, executor);
  const signatures = await executor
    .select({ item: readinessSignatures.item, evidence: readinessSignatures.evidence, signedAt: readinessSignatures.signedAt, name: people.name, email: people.email })
    .from(readinessSignatures)
    .innerJoin(people, eq(people.id, readinessSignatures.signedBy))
    .where(eq(readinessSignatures.engagementId, engagement.id));
  return {
    id: engagement.id,
    slug: engagement.slug,
    state: engagement.state,
    texts: {
      title: bilingual(engagement.titleEn, engagement.titleCy),
      summary: bilingual(engagement.summaryEn, engagement.summaryCy),
      decision: bilingual(engagement.decisionEn, engagement.decisionCy),
      decidedBy: bilingual(engagement.decidedByEn, engagement.decidedByCy),
      affected: bilingual(engagement.affectedEn, engagement.affectedCy),
    },
    level: engagement.level,
    topic: engagement.topic,
    statutoryBasis: engagement.statutoryBasis,
    statute: engagement.statute,
    askedByLaw: engagement.statute === "" ? null : ((await listStatutes(scope, executor)).find(({ code }) => code === engagement.statute) ?? null),
    opensAt: engagement.opensAt,
    closesAt: engagement.closesAt,
    resultsAt: engagement.resultsAt,
    publishedAt: engagement.publishedAt,
    publishedBy: publisher,
    decidedAt: engagement.decidedAt,
    announcedAt: engagement.announcedAt,
    authorId: engagement.authorId,
    authorName: authorName || authorEmail,
    approverId: engagement.approverId,
    programme,
    consultation,
    electionId: engagement.electionId,
    signatures: signatures.map(({ item, evidence, signedAt, name, email }) => ({ item, evidence, signedAt, signedBy: name || email })),
  };
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What readiness is judged by. */
export const asDraft = (scope: ActorScope, vote: EngagementForOfficers): DraftToJudge => ({
  welsh: scope.council.welsh,
  opensAt: vote.opensAt,
  closesAt: vote.closesAt,
  resultsAt: vote.resultsAt,
  texts: vote.texts,
  phases: vote.programme?.phases ?? [],
  pots: vote.programme?.pots ?? null,
  survey: vote.consultation?.draft ?? null,
  askedByLaw: vote.askedByLaw,
  signatures: vote.signatures,
});

/** Every engagement of the council by its title, drafts included. */
export async function listEveryEngagement(scope: ActorScope): Promise<readonly { readonly id: string; readonly title: BilingualText }[]> {
  const rows = await database()
    .select({ id: engagements.id, titleEn: engagements.titleEn, titleCy: engagements.titleCy })
    .from(engagements)
    .where(eq(engagements.councilId, scope.council.id))
    .orderBy(asc(engagements.titleEn));
  return rows.map(({ id, titleEn, titleCy }) => ({ id, title: bilingual(titleEn, titleCy) }));
}

export interface AreaChoice {
  readonly id: string;
  readonly name: BilingualText;
}

/** Areas a pot may be for, by name. */
export async function listAreaChoices(scope: ActorScope): Promise<readonly AreaChoice[]> {
  const rows = await database()
    .select({ id: areas.id, kind: areas.kind, nameEn: areas.nameEn, nameCy: areas.nameCy })
    .from(areas)
    .where(eq(areas.councilId, scope.council.id))
    .orderBy(asc(areas.nameEn));
  return rows.filter(({ kind }) => kind !== "council").map(({ id, nameEn, nameCy }) => ({ id, name: bilingual(nameEn, nameCy) }));
}

export interface Submission {
  readonly round: number;
  readonly content: SubmittedContent;
  readonly sentBy: string;
  readonly sentById: string;
  readonly sentAt: Date;
  /** Who checked the quality of a consultation before the approver, and what they said of it; null where nobody has yet. */
  readonly checkedById: string | null;
  readonly checkedBy: string | null;
  readonly checkedAt: Date | null;
  readonly checkNote: string;
  readonly answer: SubmissionAnswer | null;
  readonly answeredBy: string | null;
  readonly reason: string;
  readonly answeredAt: Date | null;
}

/** Every time a draft was sent for approval, newest first. */
export async function listSubmissions(engagementId: string, executor: Executor = database()): Promise<readonly Submission[]> {
  const rows = await executor
    .select({ submission: engagementSubmissions, name: people.name, email: people.email, checker: nameOf(checkers), answerer: nameOf(answerers) })
    .from(engagementSubmissions)
    .innerJoin(people, eq(people.id, engagementSubmissions.sentBy))
    .leftJoin(checkers, eq(checkers.id, engagementSubmissions.checkedBy))
    .leftJoin(answerers, eq(answerers.id, engagementSubmissions.answeredBy))
    .where(eq(engagementSubmissions.engagementId, engagementId))
    .orderBy(desc(engagementSubmissions.round));
  return rows.map(({ submission, name, email, checker, answerer }) => ({
    round: submission.round,
    content: submission.content,
    sentBy: name || email,
    sentById: submission.sentBy,
    sentAt: submission.sentAt,
    checkedById: submission.checkedBy,
    checkedBy: checker,
    checkedAt: submission.checkedAt,
    checkNote: submission.checkNote,
    answer: submission.answer,
    answeredBy: answerer,
    reason: submission.reason,
    answeredAt: submission.answeredAt,
  }));
}

/** The vote as it stands for a form's part: what is shown of it, and what `seenOf` marks. */
export const detailsOf = ({ slug, texts, level, topic, statutoryBasis, statute }: EngagementForOfficers) => ({ slug, texts, level, topic, statutoryBasis, statute });
export const timesOf = ({ opensAt, closesAt, resultsAt }: EngagementForOfficers) => ({ opensAt, closesAt, resultsAt });
export const phasesOf = ({ programme }: BudgetVoteForOfficers) => programme.phases;
export const ballotOf = ({ programme }: BudgetVoteForOfficers) => ({ ...programme.ballot, electorate: undefined });
export const afterCountOf = ({ programme }: BudgetVoteForOfficers) => readAfterCount(programme.ballot.ruleParameters);
export const electorateOf = ({ programme }: BudgetVoteForOfficers) => programme.ballot.electorate;

/** The pot of a vote; 404 where it is not one of its own. */
export const potIn = (vote: BudgetVoteForOfficers, potId: string) => found(vote.programme.pots.find(({ id }) => id === potId), "pot");

export const potPartOf = (potId: string) => (vote: BudgetVoteForOfficers): PotInput => {
  const { name, theme, areaId, amountPence, minProjectPence, maxProjectPence } = potIn(vote, potId);
  return { name, theme, areaId, amountPence, minProjectPence, maxProjectPence };
};

export const fundersPartOf = (potId: string) => (vote: BudgetVoteForOfficers) => ({ whole: wholeOf(vote.programme, potIn(vote, potId)), funders: potIn(vote, potId).funders });

/** The project of a vote; 404 where it is not one of its own. */
export const projectIn = (vote: BudgetVoteForOfficers, projectId: string) =>
  found(vote.programme.pots.flatMap(({ projects }) => projects).find(({ id }) => id === projectId), "project");

export const projectPartOf = (projectId: string) => (vote: BudgetVoteForOfficers): ProjectInput => {
  const { title, summary, description, proposer, category, tile, costPence } = projectIn(vote, projectId);
  return { title, summary, description, proposer, category, tile, costPence };
};

/** A short mark of what a form showed, sent along with it, so that nobody writes over what they have not seen. */
export const seenOf = (shown: unknown): string => sha256(JSON.stringify(shown)).toString("base64url").slice(0, 22);
