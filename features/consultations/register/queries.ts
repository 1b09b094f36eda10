import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { ScanState } from "#domain/basics/scan-state.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import type { ResponseContact } from "#domain/consultations/register/correction.ts";
import { REGISTER_SHOWS, type RegisterShow } from "#domain/consultations/register/register-shows.ts";
import type { SignKind, SignVerdict } from "#domain/consultations/register/signs.ts";
import type { LetterOccasion, PublishConsent, RecruitmentSource, RespondentKind, ResponseChannel } from "#domain/consultations/response.ts";
import { RESPONSE_CHANNELS, SCAN_CODE } from "#domain/consultations/response.ts";
import { questionsOf, type Question } from "#domain/consultations/survey.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { toPublish } from "#features/consultations/publishing/queries.ts";
import { letterAsQuestion } from "#features/consultations/surveys/letter-question.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";

/** Throws AccessError unless this officer may see single responses. */
export const maySeeResponses = (scope: ActorScope): void => authorise(scope, "responses.see", undefined);
/** Throws AccessError unless this officer may write responses into the register. */
export const mayEnterResponses = (scope: ActorScope): void => authorise(scope, "responses.enter", undefined);

/** What can be written in of a paper or a letter: every question asked now, and last the words of a letter. 404 before the survey is published. */
export async function listEntryQuestions(scope: AnyScope, consultationId: string): Promise<readonly Question[]> {
  const { survey } = await getOpenSurvey(scope, consultationId);
  return [...questionsOf(survey), letterAsQuestion()];
}

export interface RegisterAsked {
  /** A reference, a number on a paper or part of an organisation's name. */
  readonly q: string;
  readonly channel: string;
  readonly show: string;
}

/** Reads from an address what is asked of the register; what no list offers asks nothing. */
export function readRegisterAsked(query: URLSearchParams): RegisterAsked {
  const oneOf = (name: string, values: readonly string[]) => {
    const given = query.get(name) ?? "";
    return values.includes(given) ? given : "";
  };
  return { q: (query.get("q") ?? "").slice(0, 100).replaceAll("\u0000", ""), channel: oneOf("channel", RESPONSE_CHANNELS), show: oneOf("show", REGISTER_SHOWS) };
}

/** One line of the register. */
export interface RegisterLine {
  readonly id: string;
  readonly reference: string;
  readonly channel: ResponseChannel;
  readonly receivedAt: Date;
  readonly late: boolean;
  readonly organisationName: string;
  readonly paperNumber: string | null;
  /** People who have read it whole, or something of it. */
  readonly readers: number;
  /** Nobody has read all that it says. */
  readonly unread: boolean;
  readonly hasSigns: boolean;
  readonly corrected: boolean;
  readonly publishConsent: PublishConsent;
}

export interface RegisterPage {
  readonly lines: readonly RegisterLine[];
  readonly total: number;
  readonly toAPage: number;
}

const TO_A_PAGE = 25;

/** A written answer of response `r` that nobody has read as it stands. */
const UNREAD = sql`(exists (select from response_answers a where a.response_id = r.id and a.value ? 'text'
    and not exists (select from answer_readings g where g.response_id = a.response_id and g.question_code = a.question_code and g.correction >= a.correction)
    and not exists (select from response_readings w where w.response_id = r.id and w.correction >= a.correction)))`;

const OPEN_SIGN = sql`exists (select from response_signs s where s.response_id = r.id and s.verdict = 'undecided')`;
const TO_POST = sql`exists (select from response_contacts c where c.response_id = r.id and c.email = '' and c.address <> '' and not exists (select from response_letters l where l.response_id = r.id and l.occasion = 'received' and l.correction >= c.correction))`;
const CORRECTION_WAITS = sql`exists (select from response_corrections c where c.response_id = r.id and c.state = 'waiting')`;

const SHOWN = { unread: UNREAD, late: sql`r.received_at >= c.closes_at`, signs: OPEN_SIGN, publish: toPublish, letters: TO_POST, corrections: CORRECTION_WAITS } as const;

/** The register, what came last first, 25 to a page. */
export async function listRegister(scope: AnyScope, consultationId: string, { q, channel, show }: RegisterAsked, page: number): Promise<RegisterPage> {
  const code = q.toUpperCase().replace(/[\s-]/g, "");
  const wanted = sql`
    from responses r join consultations c on c.id = r.consultation_id
    where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted'
      and (${channel} = '' or r.channel::text = ${channel})
      and (${q} = '' or r.reference = ${code} or starts_with(upper(r.paper_number), upper(${q})) or strpos(lower(r.organisation_name), lower(${q})) > 0)
      ${show === "" ? sql`` : sql`and ${SHOWN[show as RegisterShow]}`}`;
  const [count] = await database().execute<{ total: number }>(sql`select count(*)::integer as total ${wanted}`);
  const rows = await database().execute<{ id: string; reference: string; channel: ResponseChannel; received_at: string; late: boolean; organisation_name: string; paper_number: string | null; readers: number; unread: boolean; signs: boolean; corrected: boolean; publish_consent: PublishConsent }>(sql`
    select r.id, r.reference, r.channel::text as channel, r.received_at::text as received_at, r.received_at >= c.closes_at as late, r.organisation_name, r.paper_number, r.publish_consent::text as publish_consent,
      (select count(distinct reader_id)::integer from (select reader_id from response_readings w where w.response_id = r.id union select reader_id from answer_readings g where g.response_id = r.id) readers) as readers,
      ${UNREAD} as unread, exists (select from response_signs s where s.response_id = r.id and s.verdict <> 'stands') as signs, r.corrections > 0 as corrected
    ${wanted} order by r.received_at desc, r.id limit ${TO_A_PAGE} offset ${(page - 1) * TO_A_PAGE}`);
  return {
    lines: rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      channel: row.channel,
      receivedAt: new Date(row.received_at),
      late: row.late,
      organisationName: row.organisation_name,
      paperNumber: row.paper_number,
      readers: row.readers,
      unread: row.unread,
      hasSigns: row.signs,
      corrected: row.corrected,
      publishConsent: row.publish_consent,
    })),
    total: count?.total ?? 0,
    toAPage: TO_A_PAGE,
  };
}

export interface RegisterCounts {
  readonly all: number;
  readonly late: number;
  /** Responses with words that nobody has read to the end. */
  readonly unread: number;
  /** With signs nobody has judged. */
  readonly signs: number;
  /** With words that may be published and are not decided about. */
  readonly publish: number;
  /** Whose letter to say that it came waits to be posted. */
  readonly letters: number;
  /** With a correction that another officer is to confirm. */
  readonly corrections: number;
}

/** How many responses there are, and how many of them still wait for something. */
export async function countRegister(scope: AnyScope, consultationId: string): Promise<RegisterCounts> {
  const [row] = await database().execute<{ all: number; late: number; unread: number; signs: number; publish: number; letters: number; corrections: number }>(sql`
    select count(*)::integer as "all", count(*) filter (where r.received_at >= c.closes_at)::integer as late, count(*) filter (where ${UNREAD})::integer as unread,
      count(*) filter (where ${OPEN_SIGN})::integer as signs, count(*) filter (where ${toPublish})::integer as publish, count(*) filter (where ${TO_POST})::integer as letters, count(*) filter (where ${CORRECTION_WAITS})::integer as corrections
    from responses r join consultations c on c.id = r.consultation_id
    where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted'`);
  return row ?? { all: 0, late: 0, unread: 0, signs: 0, publish: 0, letters: 0, corrections: 0 };
}

/** One response as officers see it. */
export interface RegisteredResponse {
  readonly id: string;
  readonly reference: string;
  readonly channel: ResponseChannel;
  readonly respondent: RespondentKind;
  readonly organisationName: string;
  readonly recruitmentSource: RecruitmentSource;
  readonly language: Locale;
  readonly version: number;
  readonly receivedAt: Date;
  readonly late: boolean;
  readonly paperNumber: string | null;
  /** Corrections that came to stand. */
  readonly corrections: number;
  /** Two people wrote it in. */
  readonly twice: boolean;
  readonly enteredBy: string | null;
  readonly publishConsent: PublishConsent;
  readonly answers: Answers;
  readonly contact: ResponseContact | null;
  /** Scans of the letter, the oldest first. */
  readonly scans: readonly { readonly id: string; readonly name: string; readonly scan: ScanState }[];
  readonly letters: readonly { readonly occasion: LetterOccasion; readonly way: "mail" | "post"; readonly sentAt: Date }[];
  /** Who read it whole, and who read something it says, each with the first time; `earlier` where that was corrected since. */
  readonly readers: readonly { readonly id: string; readonly name: string; readonly read: "whole" | "part" | "earlier"; readonly at: Date }[];
  readonly signs: readonly { readonly kind: SignKind; readonly groupKey: string; readonly verdict: SignVerdict; readonly reason: string; readonly others: number }[];
}

interface Told extends Record<string, unknown> {
  readonly reference: string;
  readonly channel: ResponseChannel;
  readonly respondent: RespondentKind;
  readonly organisation_name: string;
  readonly recruitment_source: RecruitmentSource;
  readonly language: Locale;
  readonly version: number;
  readonly received_at: string;
  readonly late: boolean;
  readonly paper_number: string | null;
  readonly corrections: number;
  readonly twice: boolean;
  readonly entered_by: string | null;
  readonly publish_consent: PublishConsent;
  readonly answers: string;
  readonly contact: string | null;
  readonly scans: string;
  readonly letters: string;
  readonly readers: string;
  readonly signs: string;
}

/** A response of the consultation with all that is known of it; 404 where there is none that was sent. */
export async function getRegistered(scope: AnyScope, consultationId: string, responseId: string): Promise<RegisteredResponse> {
  const [row] = await database().execute<Told>(sql`
    select r.reference, r.channel::text as channel, r.respondent::text as respondent, r.organisation_name, r.recruitment_source::text as recruitment_source, r.language::text as language, r.version,
      r.received_at::text as received_at, r.received_at >= c.closes_at as late, r.paper_number, r.corrections, is_keyed_twice(r) as twice, coalesce(nullif(p.name, ''), p.email) as entered_by, r.publish_consent::text as publish_consent,
      coalesce((select jsonb_object_agg(a.question_code, a.value) from response_answers a where a.response_id = r.id), '{}')::text as answers,
      (select jsonb_build_object('name', k.name, 'email', k.email, 'address', k.address, 'tellResults', k.tell_results) from response_contacts k where k.response_id = r.id)::text as contact,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'scan', f.scan) order by f.sent_at, f.id) from response_files f where f.response_id = r.id and f.question_code = ${SCAN_CODE}), '[]')::text as scans,
      coalesce((select jsonb_agg(jsonb_build_object('occasion', l.occasion, 'way', l.way, 'sentAt', l.sent_at) order by l.sent_at) from response_letters l where l.response_id = r.id), '[]')::text as letters,
      coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'name', coalesce(nullif(h.name, ''), h.email), 'read', case when g.whole then 'whole' when g.part then 'part' else 'earlier' end, 'at', g.at) order by g.at)
        from (select reader_id, bool_or(whole and as_it_stands) as whole, bool_or(as_it_stands) as part, min(at) as at
          from (select reader_id, true as whole, w.correction >= coalesce((select max(a.correction) from response_answers a where a.response_id = r.id), 0) as as_it_stands, read_at as at from response_readings w where w.response_id = r.id
            union all select reader_id, false, w.correction >= coalesce((select a.correction from response_answers a where a.response_id = r.id and a.question_code = w.question_code), 0), read_at from answer_readings w where w.response_id = r.id) both_kinds
          group by reader_id) g join people h on h.id = g.reader_id), '[]')::text as readers,
      coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'groupKey', s.group_key, 'verdict', s.verdict, 'reason', s.reason,
          'others', (select count(*) - 1 from response_signs o where o.consultation_id = s.consultation_id and o.kind = s.kind and o.group_key = s.group_key)) order by s.kind, s.group_key)
        from response_signs s where s.response_id = r.id), '[]')::text as signs
    from responses r join consultations c on c.id = r.consultation_id left join people p on p.id = r.entered_by
    where r.id = ${isUuid(responseId) ? responseId : null}::uuid and r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted'`);
  const told = found(row, "response");
  const dated = <T extends object>(list: string, field: string): readonly T[] => (JSON.parse(list) as Record<string, unknown>[]).map((each) => ({ ...each, [field]: new Date(String(each[field])) }) as T);
  return {
    id: responseId,
    reference: told.reference,
    channel: told.channel,
    respondent: told.respondent,
    organisationName: told.organisation_name,
    recruitmentSource: told.recruitment_source,
    language: told.language,
    version: told.version,
    receivedAt: new Date(told.received_at),
    late: told.late,
    paperNumber: told.paper_number,
    corrections: told.corrections,
    twice: told.twice,
    enteredBy: told.entered_by,
    publishConsent: told.publish_consent,
    answers: JSON.parse(told.answers) as Answers,
    contact: told.contact === null ? null : (JSON.parse(told.contact) as RegisteredResponse["contact"]),
    scans: JSON.parse(told.scans) as RegisteredResponse["scans"],
    letters: dated(told.letters, "sentAt"),
    readers: dated(told.readers, "at"),
    signs: JSON.parse(told.signs) as RegisteredResponse["signs"],
  };
}

/** A letter to print. */
export interface LetterToPost {
  readonly responseId: string;
  readonly reference: string;
  readonly language: Locale;
  readonly receivedAt: Date;
  readonly name: string;
  readonly address: string;
}

/** Letters that wait for the post: to those who gave an address and no e-mail, and of what came of it to those who asked. */
export async function listLettersToPost(scope: AnyScope, consultationId: string, occasion: LetterOccasion): Promise<readonly LetterToPost[]> {
  const rows = await database().execute<{ id: string; reference: string; language: Locale; received_at: string; name: string; address: string }>(sql`
    select r.id, r.reference, r.language::text as language, r.received_at::text as received_at, c.name, c.address
    from response_contacts c join responses r on r.id = c.response_id
    where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and c.email = '' and c.address <> '' and (${occasion} = 'received' or c.tell_results)
      and not exists (select from response_letters l where l.response_id = r.id and l.occasion = ${occasion} and l.correction >= c.correction)
    order by r.received_at, r.id limit 500`);
  return rows.map(({ id, reference, language, received_at, name, address }) => ({ responseId: id, reference, language, receivedAt: new Date(received_at), name, address }));
}

/** How far what people wrote has been considered, for the record of the decision. */
export interface Considered {
  /** Responses that say something in words, and how many of them somebody has read to the end. */
  readonly written: number;
  readonly read: number;
  readonly readers: readonly { readonly name: string; readonly responses: number; readonly last: Date }[];
}

/** Who has read how many responses, and how many nobody has (R v Brent LBC ex p Gunning (1985): conscientiously taken into account). */
export async function findConsidered(scope: AnyScope, consultationId: string): Promise<Considered> {
  const mine = sql`r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted'`;
  const [[sums], readers] = await Promise.all([
    database().execute<{ written: number; unread: number }>(sql`
      select count(*)::integer as written, count(*) filter (where ${UNREAD})::integer as unread
      from responses r where ${mine} and exists (select from response_answers a where a.response_id = r.id and a.value ? 'text')`),
    database().execute<{ name: string; responses: number; last: string }>(sql`
      select coalesce(nullif(p.name, ''), p.email) as name, count(distinct g.response_id)::integer as responses, max(g.read_at)::text as last
      from (select response_id, reader_id, read_at from response_readings union all select response_id, reader_id, read_at from answer_readings) g
      join responses r on r.id = g.response_id join people p on p.id = g.reader_id where ${mine} group by p.id order by 2 desc, 1`),
  ]);
  return { written: sums?.written ?? 0, read: (sums?.written ?? 0) - (sums?.unread ?? 0), readers: readers.map(({ name, responses, last }) => ({ name, responses, last: new Date(last) })) };
}
