import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { renewPages } from "#platform/renewal.ts";

/**
 * Takes down everything that elections kept of the people who stood, on the day each election said it would: names, schools, dates of birth,
 * statements, photos, parents, answers at the hustings, reasons of decisions, and who nominated whom. What is left says that somebody stood and what became of it. The names on the ballot
 * papers stay in the log of the vote, which nobody can change.
 */
export async function forgetCandidates(): Promise<void> {
  await inTransaction(async (tx) => {
    const over = await tx.execute<{ id: string; slug: string }>(sql`
      update elections e set removed_at = now() from councils c
      where c.id = e.council_id and e.removed_at is null and e.removed_on <= (now() at time zone 'Europe/London')::date returning e.id, c.slug`);
    for (const { id, slug } of over) {
      const here = sql`contest_id in (select id from contests where election_id = ${id})`;
      const photos = await tx.execute<{ photo_id: string }>(sql`select photo_id from nominations where ${here} and photo_id is not null`);
      await tx.execute(sql`delete from nominators where ${here}`);
      // What nobody took of what those elected offered; what was taken is written down without a name.
      await tx.execute(sql`delete from offered_promises o where o.election_id = ${id} and not exists (select from elected_promises p where p.id = o.id)`);
      // Questions and their answers go with those who were asked.
      await tx.execute(sql`delete from hustings_questions where election_id = ${id}`);
      await tx.execute(sql`
        update nominations set person_id = null, given_name = '', surname = '', shows_surname = false, school = '', year_group = null, born = null,
          tell_apart_en = '', tell_apart_cy = '', statement_en = '', statement_cy = '', promises_en = '', promises_cy = '', photo_id = null,
          video_url = '', video_captioned = false, consent_needed = false, consent_at = null, consent_by = '', consent_how = '',
          consent_code_hash = null, consent_asked_at = null, parent_name = '', parent_email = '', reason_en = '', reason_cy = ''
        where ${here}`);
      for (const { photo_id } of photos) await tx.execute(sql`delete from photos where id = ${photo_id}`);
      await renewPages(tx, slug);
    }
  });
}
