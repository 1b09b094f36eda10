import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import type { Cut, PublishedPart } from "#domain/consultations/publishing/cut-words.ts";
import type { PublicationVerdict } from "#domain/consultations/publishing/publishable.ts";
import type { RespondentKind } from "#domain/consultations/response.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";

/** One decision about publishing an answer. */
export interface PublicationStep {
  readonly step: number;
  readonly verdict: PublicationVerdict;
  readonly reason: string;
  readonly cuts: readonly Cut[];
  readonly by: string;
  readonly at: Date;
}

/** Every decision about a response's answers by question, the newest first. */
export async function listPublicationSteps(scope: AnyScope, responseId: string): Promise<ReadonlyMap<string, readonly PublicationStep[]>> {
  const rows = await database().execute<{ code: string; step: number; verdict: PublicationVerdict; reason: string; cuts: string; by: string; at: string }>(sql`
    select s.question_code as code, s.step, s.verdict::text as verdict, s.reason, s.cuts::text as cuts, coalesce(nullif(p.name, ''), p.email) as by, s.decided_at::text as at
    from publication_steps s join people p on p.id = s.decided_by join responses r on r.id = s.response_id
    where s.response_id = ${responseId} and r.council_id = ${scope.council.id} order by s.question_code, s.step desc`);
  const steps = rows.map((row) => ({ code: row.code, step: { step: row.step, verdict: row.verdict, reason: row.reason, cuts: JSON.parse(row.cuts) as Cut[], by: row.by, at: new Date(row.at) } }));
  return new Map([...Map.groupBy(steps, ({ code }) => code)].map(([code, all]) => [code, all.map(({ step }) => step)]));
}

/** Words of response `r`, by somebody who agreed, that nothing was decided about as they stand: a correction takes back what was. */
export const toPublish = sql`(r.publish_consent = 'yes' and exists (select from response_answers a where a.response_id = r.id and a.value ? 'text' and
  case when a.correction = 0 then not exists (select from publication_steps p where p.response_id = r.id)
    else coalesce((select p.verdict = 'undecided' from publication_steps p where p.response_id = r.id and p.question_code = a.question_code order by p.step desc limit 1), true) end))`;

/** A response that waits for a decision about publishing its words, other than this one; null where none does. */
export async function findNextToPublish(scope: AnyScope, consultationId: string, besides: string): Promise<string | null> {
  const [row] = await database().execute<{ id: string }>(sql`
    select r.id from responses r
    where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted' and r.id <> ${besides}
      and ${toPublish}
    order by r.received_at, r.id limit 1`);
  return row?.id ?? null;
}

/** One answer as everybody may read it. */
export interface PublishedAnswer {
  readonly questionCode: string;
  /** What was chosen, without a word that was written. */
  readonly chosen: Answer;
  /** What was written, without what was cut; null where nothing was. */
  readonly parts: readonly PublishedPart[] | null;
}

/** A published response, under its public number. */
export interface PublishedResponse {
  readonly number: number;
  readonly respondent: RespondentKind;
  /** Of an organisation its name; empty for a person. */
  readonly organisationName: string;
  readonly language: string;
  readonly answers: readonly PublishedAnswer[];
}

export interface PublishedPage {
  readonly responses: readonly PublishedResponse[];
  readonly total: number;
  readonly toAPage: number;
}

const TO_A_PAGE = 10;

interface Shown extends Record<string, unknown> {
  readonly number: number;
  readonly respondent: RespondentKind;
  readonly organisation_name: string;
  readonly language: string;
  readonly answers: string;
}

// What was written leaves the database only as parts without what was cut.
const SHOWN = sql`p.number, r.respondent::text as respondent, r.organisation_name, r.language::text as language,
  (select jsonb_agg(jsonb_build_object('questionCode', a.question_code, 'parts', a.parts, 'chosen', v.value - 'text' - 'other') order by a.question_code)
   from published_answers a join response_answers v on v.response_id = a.response_id and v.question_code = a.question_code where a.response_id = p.response_id)::text as answers`;

const asResponse = ({ number, respondent, organisation_name, language, answers }: Shown): PublishedResponse => ({
  number,
  respondent,
  organisationName: organisation_name,
  language,
  answers: JSON.parse(answers) as PublishedAnswer[],
});

/** Published responses that hold every word asked for, whatever its ending or mutation, ten to a page in the order of their numbers. */
export async function listPublished(scope: AnyScope, consultationId: string, words: string, page: number): Promise<PublishedPage> {
  const wanted = sql`
    from published_responses p join responses r on r.id = p.response_id
    where p.consultation_id = ${consultationId} and p.council_id = ${scope.council.id} and exists (select from published_answers a where a.response_id = p.response_id
      and (search_question(${words}) is null or search_words(a.words, '') @@ search_question(${words})))`;
  const [count] = await database().execute<{ total: number }>(sql`select count(*)::integer as total ${wanted}`);
  const rows = await database().execute<Shown>(sql`select ${SHOWN} ${wanted} order by p.number limit ${TO_A_PAGE} offset ${(page - 1) * TO_A_PAGE}`);
  return { responses: rows.map(asResponse), total: count?.total ?? 0, toAPage: TO_A_PAGE };
}

/** One published response by its number; 404 where nothing of it is public. */
export async function getPublished(scope: AnyScope, consultationId: string, number: string): Promise<PublishedResponse> {
  const [row] = await database().execute<Shown>(sql`
    select ${SHOWN} from published_responses p join responses r on r.id = p.response_id
    where p.consultation_id = ${consultationId} and p.council_id = ${scope.council.id} and p.number = ${/^[1-9]\d{0,6}$/.test(number) ? Number(number) : 0}
      and exists (select from published_answers a where a.response_id = p.response_id)`);
  return asResponse(found(row, "response"));
}

/** How many responses have something public. */
export async function countPublished(scope: AnyScope, consultationId: string): Promise<number> {
  const [row] = await database().execute<{ count: number }>(sql`
    select count(*)::integer as count from published_responses p where p.consultation_id = ${consultationId} and p.council_id = ${scope.council.id}
      and exists (select from published_answers a where a.response_id = p.response_id)`);
  return row?.count ?? 0;
}
