import { sql, type SQL } from "drizzle-orm";
import { database } from "#db/client.ts";
import { KEPT_DAYS, SCAN_CODE } from "#domain/consultations/response.ts";
import { LIST_YEARS } from "#domain/notifications/mailing-list.ts";

/**
 * Forgets answers by the web that were never sent and lie longer than thirty days, addresses to remind of what is closed, where to write to about responses (of corrections too) and scans of letters after three years, and full postcodes, of corrections too, of consultations that
 * closed as long ago as their question says; the ward stays. Run each hour.
 */
export async function forgetResponses(): Promise<void> {
  await database().execute(sql`delete from responses where state = 'in-progress' and channel = 'web' and saved_at < now() - make_interval(days => ${KEPT_DAYS})`);
  await database().execute(sql`
    delete from response_contacts k using responses r join consultations c on c.id = r.consultation_id
    where r.id = k.response_id and c.closes_at < now() - make_interval(years => ${LIST_YEARS})`);
  await database().execute(sql`
    update response_corrections k set before = before - 'contact', after = after - 'contact' from responses r join consultations c on c.id = r.consultation_id
    where r.id = k.response_id and (k.before ? 'contact' or k.after ? 'contact') and c.closes_at < now() - make_interval(years => ${LIST_YEARS})`);
  await database().execute(sql`
    delete from response_files f using responses r join consultations c on c.id = r.consultation_id
    where r.id = f.response_id and f.question_code = ${SCAN_CODE} and c.closes_at < now() - make_interval(years => ${LIST_YEARS})`);
  await database().execute(sql`delete from saved_reminders s using responses r join consultations c on c.id = r.consultation_id where r.id = s.response_id and c.closes_at < now()`);
  // First what stood before corrections, while the answers still say which postcodes are due.
  for (const part of ["before", "after"] as const)
    await database().execute(sql`
      update response_corrections k set ${sql.raw(part)} = jsonb_set(k.${sql.raw(part)}, '{answers}', (
        select jsonb_object_agg(e.key, case when ${postcodeDue(sql`c`, sql`e.key`)} then e.value - 'postcode' else e.value end) from jsonb_each(k.${sql.raw(part)} -> 'answers') e))
      from responses r join consultations c on c.id = r.consultation_id
      where r.id = k.response_id
        and exists (select from jsonb_each(k.${sql.raw(part)} -> 'answers') e where e.value ? 'postcode' and ${postcodeDue(sql`c`, sql`e.key`)})`);
  await database().execute(sql`
    update response_answers a set value = a.value - 'postcode'
    from consultations c
    where c.id = a.consultation_id and a.value ? 'postcode' and a.value ? 'areaId'
      and ${postcodeDue(sql`c`, sql`a.question_code`)}`);
}

/** Whether consultation `c` closed as long ago as the full postcodes of its question `code` are kept. */
const postcodeDue = (c: SQL, code: SQL): SQL => sql`${c}.closes_at + make_interval(days => coalesce((
  select max((q ->> 'keepDays')::int) from survey_versions v, jsonb_path_query(v.document, '$.sections[*].questions[*]') q
  where v.consultation_id = ${c}.id and v.version = ${c}.version and q ->> 'code' = ${code}), 90)) < now()`;
