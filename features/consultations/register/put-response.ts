import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { responses } from "#db/schema/consultations/responses.ts";
import { londonInstant, type CivilDay } from "#domain/basics/london-time.ts";
import { makeReadableCode } from "#domain/basics/readable-code.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { sourceOf } from "#domain/consultations/recruitment.ts";
import type { KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import { REFERENCE_LENGTH, type OfficeChannel } from "#domain/consultations/response.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { now } from "#platform/clock.ts";
import { randomBelow } from "#platform/random.ts";

export interface ResponseToPut {
  /** The form's one-use number; becomes the response's id, so that sent twice it is there once. */
  readonly id: string;
  readonly channel: OfficeChannel;
  readonly receivedOn: CivilDay;
  /** Number on the paper; null where it has none. */
  readonly paperNumber: string | null;
  readonly paper: KeyedPaper;
}

export interface RegisterToFill {
  readonly consultationId: string;
  /** The survey's version by which they were read. */
  readonly version: number;
}

/**
 * Puts what came by post, mail, on paper or at a meeting in the register, as part of a command. It counts as received at the beginning
 * of its day (Europe/London), in favour of who sent it. Gives its reference, and whether it was put there now.
 */
export async function putResponse(tx: Transaction, scope: ActorScope, { consultationId, version, ...response }: ResponseToPut & RegisterToFill): Promise<{ readonly reference: string; readonly made: boolean }> {
  authorise(scope, "responses.enter", undefined);
  const [reference] = await putResponses(tx, scope, { consultationId, version, enteredBy: scope.actor.personId }, [response]);
  if (reference !== undefined) return { reference, made: true };
  const [there] = await tx.select({ reference: responses.reference }).from(responses).where(and(eq(responses.councilId, scope.council.id), eq(responses.id, response.id)));
  return { reference: there?.reference ?? "", made: false };
}

/**
 * The same for many at once, in a few statements, in the name of `enteredBy`: who may let them be put there has been asked already. Those whose id
 * is there are passed over; a paper's number that is there already refuses all of them. Gives the references of those that were put there now.
 */
export async function putResponses(tx: Transaction, scope: AnyScope, { consultationId, version, enteredBy }: RegisterToFill & { readonly enteredBy: string }, put: readonly ResponseToPut[]): Promise<readonly string[]> {
  const councilId = scope.council.id;
  const wards = await wardsOf(tx, councilId, put);
  const rows = put.map(({ id, channel, receivedOn, paperNumber, paper }) => {
    const answers = Object.fromEntries(
      Object.entries(paper.answers).flatMap(([code, answer]): [string, Answer][] => (answer === undefined ? [] : [[code, answer.postcode === undefined ? answer : { ...answer, areaId: wards.get(answer.postcode) ?? null }]])),
    );
    const { respondent, organisationName, language, publishConsent } = paper;
    return {
      id,
      channel,
      number: paperNumber,
      respondent,
      organisation: respondent === "organisation" ? organisationName : "",
      source: sourceOf("not-known", answers),
      language,
      consent: publishConsent,
      received: londonInstant(receivedOn, "00:00").toISOString(),
      reference: makeReadableCode(REFERENCE_LENGTH, randomBelow),
      answers,
    };
  });
  const at = now().toISOString();
  const made = await tx.execute<{ id: string }>(sql`
    insert into responses (id, council_id, consultation_id, version, channel, respondent, organisation_name, recruitment_source, language, publish_consent, started_at, saved_at, equality_asked, entered_by, paper_number)
    select r.id, ${councilId}, ${consultationId}, ${version}, r.channel::response_channel, r.respondent::respondent_kind, r.organisation, r.source::recruitment_source, r.language::response_language, r.consent::publish_consent,
      ${at}::timestamptz, ${at}::timestamptz, true, ${enteredBy}, r.number
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) r (id uuid, channel text, number text, respondent text, organisation text, source text, language text, consent text)
    on conflict (id) do nothing returning id`);
  const ids = new Set(made.map(({ id }) => id));
  const fresh = rows.filter(({ id }) => ids.has(id));
  if (fresh.length === 0) return [];
  const document = JSON.stringify(fresh);
  await tx.execute(sql`
    insert into response_answers (response_id, consultation_id, question_code, value)
    select r.id, ${consultationId}, a.key, a.value from jsonb_to_recordset(${document}::text::jsonb) r (id uuid, answers jsonb) cross join lateral jsonb_each(r.answers) a`);
  await tx.execute(sql`
    update responses set state = 'submitted', received_at = r.received, reference = r.reference
    from jsonb_to_recordset(${document}::text::jsonb) r (id uuid, received timestamptz, reference text) where responses.id = r.id and responses.council_id = ${councilId}`);
  return fresh.map(({ reference }) => reference);
}

/** The wards in which the postcodes of answers lie. */
async function wardsOf(tx: Transaction, councilId: string, put: readonly ResponseToPut[]): Promise<ReadonlyMap<string, string>> {
  const given = put.flatMap(({ paper }) => Object.values(paper.answers).flatMap((answer) => answer?.postcode ?? []));
  if (given.length === 0) return new Map();
  const rows = await tx.execute<{ postcode: string; area: string }>(sql`select postcode, area_id as area from postcodes where council_id = ${councilId} and postcode = any(array(select jsonb_array_elements_text(${JSON.stringify([...new Set(given)])}::text::jsonb)))`);
  return new Map(rows.map(({ postcode, area }) => [postcode, area]));
}
