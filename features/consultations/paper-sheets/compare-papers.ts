import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { plain } from "#domain/consultations/register/keyed-paper.ts";
import type { StandingPaper } from "#domain/consultations/register/correction.ts";
import type { PaperRow } from "#domain/consultations/register/paper-sheet.ts";
import type { AnyScope } from "#domain/councils/scope.ts";

/**
 * How papers stand to the register: `same` where one with this number says the same, or said so until it was corrected; `taken` where it
 * says something else; `fresh` where there is none. A row that is compared may be any object; it is asked for by itself.
 */
export async function compareWithRegister<Row extends PaperRow>(tx: Transaction, scope: AnyScope, consultationId: string, rows: readonly Row[]): Promise<(row: Row) => "fresh" | "same" | "taken"> {
  if (rows.length === 0) return () => "fresh";
  const there = await tx.execute<{ number: string; stands: string; first: string | null }>(sql`
    select r.paper_number as number,
      jsonb_build_object('channel', r.channel, 'receivedOn', to_char(r.received_at at time zone 'Europe/London', 'YYYY-MM-DD'), 'respondent', r.respondent, 'organisationName', r.organisation_name, 'language', r.language,
        'publishConsent', r.publish_consent, 'answers', coalesce((select jsonb_object_agg(a.question_code, a.value) from response_answers a where a.response_id = r.id), '{}'))::text as stands,
      (select c.before from response_corrections c where c.response_id = r.id and c.turn = 1)::text as first
    from responses r
    where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.paper_number = any(array(select jsonb_array_elements_text(${JSON.stringify(rows.map(({ number }) => number))}::text::jsonb)))`);
  const versions = new Map(there.map(({ number, stands, first }) => [number, [stands, ...(first === null ? [] : [first])].map((version) => plain(inOneForm(JSON.parse(version) as SaidByPaper)))]));
  return ({ number, channel, receivedOn, paper }) => {
    const known = versions.get(number);
    if (!known) return "fresh";
    return known.includes(plain(inOneForm({ ...paper, channel, receivedOn }))) ? "same" : "taken";
  };
}

/** Whom to write to is no part of a paper from a file. */
type SaidByPaper = Omit<StandingPaper, "contact">;

/** Without the wards that the house adds, and with nothing else a file does not say. */
function inOneForm({ channel, receivedOn, respondent, organisationName, language, publishConsent, answers }: SaidByPaper): SaidByPaper {
  const plainAnswers = Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => {
      const { areaId: _areaId, ...rest } = answer ?? {};
      return [code, rest];
    }),
  );
  return { channel, receivedOn, respondent, organisationName, language, publishConsent, answers: plainAnswers };
}
