import { and, asc, desc, eq } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { consultations, surveyTemplates, surveyVersions } from "#db/schema/consultations/consultations.ts";
import { bilingual } from "#db/columns.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Survey } from "#domain/consultations/survey.ts";
import { found } from "#domain/policy/access-error.ts";
import { ShortMemory } from "#platform/short-memory.ts";

/** A consultation as officers see it: the survey being written, and which version is asked now. */
export interface ConsultationForOfficers {
  readonly id: string;
  readonly draft: Survey;
  /** Null until the first version is published. */
  readonly version: number | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** A consultation of the council by its id; 404 where there is none. */
export async function getConsultation(scope: AnyScope, id: string, executor: Executor = database()): Promise<ConsultationForOfficers> {
  const [row] = await executor
    .select()
    .from(consultations)
    .where(and(eq(consultations.councilId, scope.council.id), eq(consultations.id, id)));
  const { draft, version, opensAt, closesAt } = found(row, "consultation");
  return { id, draft, version, opensAt, closesAt };
}

export interface SurveyVersionInView {
  readonly version: number;
  readonly document: Survey;
  readonly reason: BilingualText;
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

/** Every published version, newest first. */
export async function listVersions(scope: AnyScope, consultationId: string, executor: Executor = database()): Promise<readonly SurveyVersionInView[]> {
  const rows = await executor
    .select({ version: surveyVersions, name: people.name, email: people.email })
    .from(surveyVersions)
    .innerJoin(people, eq(people.id, surveyVersions.publishedBy))
    .where(and(eq(surveyVersions.councilId, scope.council.id), eq(surveyVersions.consultationId, consultationId)))
    .orderBy(desc(surveyVersions.version));
  return rows.map(({ version, name, email }) => ({
    version: version.version,
    document: version.document,
    reason: bilingual(version.reasonEn, version.reasonCy),
    publishedBy: name || email,
    publishedAt: version.publishedAt,
  }));
}

/** What is asked of residents: the version of now, and when it is asked. */
export interface OpenSurvey {
  readonly consultationId: string;
  readonly version: number;
  readonly survey: Survey;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * Versions of surveys as they were published, kept in memory: a version never changes, which the database defends, and a long survey takes
 * longer to read and parse than all else of a page.
 */
const versionsAtHand = new ShortMemory<Survey>({ seconds: 3_600, most: 64 });

/** The published survey of a consultation; 404 before the first version. */
export async function getOpenSurvey(scope: AnyScope, consultationId: string, executor: Executor = database()): Promise<OpenSurvey> {
  const [row] = await executor
    .select({ version: consultations.version, opensAt: consultations.opensAt, closesAt: consultations.closesAt })
    .from(consultations)
    .where(and(eq(consultations.councilId, scope.council.id), eq(consultations.id, consultationId)));
  const { version, opensAt, closesAt } = found(row, "survey");
  const asked = found(version, "survey");
  return { consultationId, version: asked, survey: await getVersion(consultationId, asked, executor), opensAt: found(opensAt, "opensAt"), closesAt: found(closesAt, "closesAt") };
}

/** A version that was published. The caller has made sure that the consultation is the council's. */
const getVersion = (consultationId: string, version: number, executor: Executor): Promise<Survey> =>
  versionsAtHand.get(`${consultationId}/${String(version)}`, async () => {
    const [row] = await executor.select({ document: surveyVersions.document }).from(surveyVersions).where(and(eq(surveyVersions.consultationId, consultationId), eq(surveyVersions.version, version)));
    return found(row, "survey").document;
  });

export interface TemplateInView {
  readonly id: string;
  readonly name: string;
  readonly document: Survey;
}

/** The surveys a council keeps to begin others from, by name. */
export async function listTemplates(scope: AnyScope): Promise<readonly TemplateInView[]> {
  return database()
    .select({ id: surveyTemplates.id, name: surveyTemplates.name, document: surveyTemplates.document })
    .from(surveyTemplates)
    .where(eq(surveyTemplates.councilId, scope.council.id))
    .orderBy(asc(surveyTemplates.name));
}
