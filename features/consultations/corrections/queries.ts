import { and, eq, sql } from "drizzle-orm";
import { database, type Transaction } from "#db/client.ts";
import { responseContacts } from "#db/schema/consultations/register.ts";
import { responseAnswers, responses } from "#db/schema/consultations/responses.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { changesOf, type CorrectedPart, type StandingPaper } from "#domain/consultations/register/correction.ts";
import { OFFICE_CHANNELS, type CorrectionState, type OfficeChannel } from "#domain/consultations/response.ts";
import { questionsOf, type Question } from "#domain/consultations/survey.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { letterAsQuestion } from "#features/consultations/surveys/letter-question.ts";
import type { RegisteredResponse } from "#features/consultations/register/queries.ts";
import { listVersions } from "#features/consultations/surveys/queries.ts";

/** A response as it stands, held until the transaction ends. */
export interface HeldStanding {
  readonly stands: StandingPaper;
  readonly reference: string;
  /** Corrections that came to stand. */
  readonly corrections: number;
  /** Two people wrote it in. */
  readonly twice: boolean;
}

/** Holds a response that officers wrote in, as part of a command; 404 for any other. */
export async function holdStanding(tx: Transaction, scope: AnyScope, consultationId: string, responseId: string): Promise<HeldStanding> {
  const [row] = await tx
    .select({ response: responses, twice: sql<boolean>`is_keyed_twice(responses)` })
    .from(responses)
    .where(and(eq(responses.councilId, scope.council.id), eq(responses.consultationId, consultationId), sql`${responses.id} = ${isUuid(responseId) ? responseId : null}::uuid`, eq(responses.state, "submitted")))
    .for("update");
  const { response, twice } = found(row, "response");
  const channel: OfficeChannel = found(OFFICE_CHANNELS.find((each) => each === response.channel), "response");
  const [contact] = await tx
    .select({ name: responseContacts.name, email: responseContacts.email, address: responseContacts.address, tellResults: responseContacts.tellResults })
    .from(responseContacts)
    .where(and(eq(responseContacts.councilId, scope.council.id), eq(responseContacts.responseId, responseId)));
  const answers = await tx.select({ code: responseAnswers.questionCode, value: responseAnswers.value }).from(responseAnswers).where(eq(responseAnswers.responseId, responseId));
  const stands = {
    channel,
    receivedOn: londonDay(found(response.receivedAt, "receivedAt")),
    respondent: response.respondent,
    organisationName: response.organisationName,
    language: response.language,
    publishConsent: response.publishConsent,
    contact: contact ?? null,
    answers: Object.fromEntries(answers.map(({ code, value }) => [code, value])) as Record<string, Answer>,
  };
  return { stands, reference: found(response.reference, "reference"), corrections: response.corrections, twice };
}

/** A registered response in the form that corrections have; null of what came by the web, which is the sender's own. */
export function standingOf(response: RegisteredResponse): StandingPaper | null {
  const channel = OFFICE_CHANNELS.find((each) => each === response.channel);
  if (channel === undefined) return null;
  const { respondent, organisationName, language, publishConsent, contact, answers } = response;
  return { channel, receivedOn: londonDay(response.receivedAt), respondent, organisationName, language, publishConsent, contact, answers };
}

/** What was asked by the version a response was read by, and the words of a letter. 404 where there is no such version. */
export async function listQuestionsOfVersion(scope: AnyScope, consultationId: string, version: number): Promise<readonly Question[]> {
  const asked = found((await listVersions(scope, consultationId)).find((each) => each.version === version), "survey");
  return [...questionsOf(asked.document), letterAsQuestion()];
}

/** A correction as officers see it. */
export interface CorrectionInView {
  readonly id: string;
  readonly state: CorrectionState;
  readonly reason: string;
  /** What it replaced; of one that waits or was declined, what stands now. */
  readonly before: StandingPaper;
  readonly after: StandingPaper;
  readonly changes: readonly CorrectedPart[];
  readonly proposedBy: { readonly id: string; readonly name: string };
  readonly proposedAt: Date;
  /** Null while it waits. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Everything that was corrected of a response, or is to be, the newest first. */
export async function listCorrections(scope: AnyScope, responseId: string, stands: StandingPaper): Promise<readonly CorrectionInView[]> {
  const rows = await database().execute<{ id: string; state: CorrectionState; reason: string; before: string | null; after: string; by_id: string; by_name: string; proposed_at: string; decided_by: string | null; decided_at: string | null }>(sql`
    select c.id, c.state::text as state, c.reason, c.before::text as before, c.after::text as after, p.id as by_id, coalesce(nullif(p.name, ''), p.email) as by_name, c.proposed_at::text as proposed_at,
      coalesce(nullif(d.name, ''), d.email) as decided_by, c.decided_at::text as decided_at
    from response_corrections c join people p on p.id = c.proposed_by left join people d on d.id = c.decided_by
    where c.response_id = ${responseId} and c.council_id = ${scope.council.id} order by c.proposed_at desc, c.turn desc nulls first`);
  return rows.map((row) => {
    const before = row.before === null ? stands : readKept(row.before);
    const after = readKept(row.after);
    return {
      id: row.id,
      state: row.state,
      reason: row.reason,
      before,
      after,
      changes: changesOf(before, after),
      proposedBy: { id: row.by_id, name: row.by_name },
      proposedAt: new Date(row.proposed_at),
      decidedBy: row.decided_by,
      decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
    };
  });
}

/** A state of a response as a correction keeps it: without whom to write to once that was forgotten. */
const readKept = (document: string): StandingPaper => ({ contact: null, ...(JSON.parse(document) as Omit<StandingPaper, "contact">) });
