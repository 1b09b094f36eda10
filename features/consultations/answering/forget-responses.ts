import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { KEPT_DAYS } from "#domain/consultations/response.ts";
import { LIST_YEARS } from "#domain/notifications/mailing-list.ts";

/**
 * Forgets answers by the web that were never sent and lie longer than thirty days, addresses to remind of what is closed, where to write to about responses after three years, and full postcodes of consultations that
 * closed as long ago as their question says; the ward stays. Run each hour.
 */
export async function forgetResponses(): Promise<void> {
  await database().execute(sql`delete from responses where state = 'in-progress' and channel = 'web' and saved_at < now() - make_interval(days => ${KEPT_DAYS})`);
  await database().execute(sql`
    delete from response_contacts k using responses r join consultations c on c.id = r.consultation_id
    where r.id = k.response_id and c.closes_at < now() - make_interval(years => ${LIST_YEARS})`);
  await database().execute(sql`delete from saved_reminders s using responses r join consultations c on c.id = r.consultation_id where r.id = s.response_id and c.closes_at < now()`);
  await database().execute(sql`
    update response_answers a set value = a.value - 'postcode'
    from consultations c
    where c.id = a.consultation_id and a.value ? 'postcode' and a.value ? 'areaId'
      and c.closes_at + make_interval(days => coalesce((
        select max((q ->> 'keepDays')::int) from survey_versions v, jsonb_path_query(v.document, '$.sections[*].questions[*]') q
        where v.consultation_id = c.id and v.version = c.version and q ->> 'code' = a.question_code), 90)) < now()`);
}
