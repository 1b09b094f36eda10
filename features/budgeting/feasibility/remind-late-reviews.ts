import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { inLondon } from "#domain/basics/london-time.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { queueMails } from "#platform/mail/mail.ts";

/** In the morning, so that nobody is written to at night. */
const FROM_HOUR = "09:00";
const MOST_AT_ONCE = 500;

interface Late extends Record<string, unknown> {
  readonly email: string;
  readonly locale: Locale;
  readonly slug: string;
  readonly engagement_id: string;
  readonly title_en: string;
  readonly title_cy: string;
  readonly reviews: number;
  readonly due_on: string;
}

/**
 * Writes to each reviewer whose reviews are late, one letter for all of a programme's, and again after a week. Marking and writing are one
 * transaction, and one worker does it at a time: two that shared a reviewer's reviews between them would each write. Gives how many letters
 * were queued; none where another worker is at it.
 */
export async function remindLateReviews(now: Date): Promise<number> {
  const { day, time } = inLondon(now);
  if (time < FROM_HOUR) return 0;
  return inTransaction(async (tx) => {
    const [turn] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended('remind-late-reviews', 0)) as mine`);
    if (!turn?.mine) return 0;
    const late = await tx.execute<Late>(sql`
      with due as (
        select a.id from idea_review_assignments a join ideas i on i.id = a.idea_id
        where a.done_at is null and a.reviewer_id is not null and a.due_on < ${day}::date
          and (a.reminded_at is null or a.reminded_at < ${now.toISOString()}::timestamptz - interval '7 days')
          and i.state in ('collected', 'proposal')
        order by a.due_on limit ${MOST_AT_ONCE} for update of a
      ), marked as (
        update idea_review_assignments a set reminded_at = ${now.toISOString()}::timestamptz from due where a.id = due.id returning a.idea_id, a.reviewer_id, a.due_on
      )
      select p.email, p.locale, c.slug, e.id as engagement_id, e.title_en, e.title_cy, count(*)::integer as reviews, min(m.due_on)::text as due_on
      from marked m join ideas i on i.id = m.idea_id join people p on p.id = m.reviewer_id
      join engagements e on e.programme_id = i.programme_id join councils c on c.id = i.council_id
      group by p.email, p.locale, c.slug, e.id, e.title_en, e.title_cy`);
    await queueMails(
      tx,
      late.map(({ email, locale, slug, engagement_id, title_en, title_cy, reviews, due_on }) => {
        const t = messages(locale).feasibility.reminder;
        const title = (locale === "cy" ? title_cy : title_en) || title_en || title_cy;
        return {
          to: email,
          subject: t.subject({ count: reviews, title }),
          body: t.body({ count: reviews, title, date: format(locale).date(due_on), link: `${env().BASE_URL}/${locale}/${slug}/manage/votes/${engagement_id}/proposals?mine=1` }),
        };
      }),
    );
    return late.length;
  });
}
