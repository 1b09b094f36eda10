import { sql } from "drizzle-orm";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { inTransaction, type Transaction } from "#db/client.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import type { JobRun } from "#platform/jobs/handler.ts";
import { enqueue } from "#platform/jobs/queue.ts";
import { queueMails, type Mail } from "#platform/mail/mail.ts";
import { ALL_NEWS, manageAddress, placeAddress, stopAddress } from "./follow-links.ts";

/** Followers to one transaction. */
const AT_ONCE = 100;
const STRETCH_MS = 20_000;

/** Sends each follower who asked for one letter a week what waits for them, a few followers at a time; goes on where it was left. */
export async function sendWeekly(run: JobRun, atOnce = AT_ONCE): Promise<void> {
  const until = now().getTime() + STRETCH_MS;
  for (;;) {
    const sent = await inTransaction((tx) => sendSome(tx, atOnce));
    if (sent < atOnce) return;
    if (run.signal.aborted || now().getTime() > until) return inTransaction((tx) => enqueue(tx, "weekly-news", {}, { key: "weekly-news", queue: "following" }));
  }
}

interface Waiting extends Record<string, unknown> {
  readonly follower_id: string;
  readonly email: string;
  readonly locale: Locale;
  readonly slug: string;
  readonly name_en: string;
  readonly name_cy: string;
  readonly title_en: string;
  readonly title_cy: string;
  readonly body_en: string;
  readonly body_cy: string;
  readonly address: string;
}

/** Marks what waits for the next few followers as sent and queues their letters, together. Answers how many followers. */
async function sendSome(tx: Transaction, atOnce: number): Promise<number> {
  const rows = await tx.execute<Waiting>(sql`
    with chosen as (
      select distinct follower_id from follow_deliveries where sent_at is null order by follower_id limit ${atOnce}
    ), sent as (
      update follow_deliveries d set sent_at = ${now().toISOString()}::timestamptz from chosen
      where d.follower_id = chosen.follower_id and d.sent_at is null returning d.follower_id, d.message_id
    )
    select sent.follower_id, f.email, f.locale, c.slug, c.name_en, c.name_cy, m.title_en, m.title_cy, m.body_en, m.body_cy, m.address
    from sent join followers f on f.id = sent.follower_id join follow_messages m on m.id = sent.message_id join councils c on c.id = f.council_id
    order by sent.follower_id, m.created_at, m.id`);
  const letters = Map.groupBy(rows, (row) => row.follower_id);
  await queueMails(tx, [...letters.values()].map(letterOf));
  return letters.size;
}

function letterOf(rows: readonly Waiting[]): Mail {
  const [first] = rows;
  if (!first) throw new RangeError("A letter has at least one piece of news");
  const { locale, slug, follower_id: followerId, email } = first;
  const place = { locale, slug };
  const council = textIn({ en: first.name_en, cy: first.name_cy }, locale).text;
  const stop = stopAddress(place, followerId, ALL_NEWS);
  const t = messages(locale).following.mail;
  const items = rows.map((row) =>
    t.weeklyItem({
      title: textIn({ en: row.title_en, cy: row.title_cy }, locale).text,
      text: textIn({ en: row.body_en, cy: row.body_cy }, locale).text,
      link: placeAddress(place, row.address),
    }),
  );
  return { to: email, subject: t.weeklySubject({ council }), body: t.weeklyBody({ items: items.join("\n"), council, stop, manage: manageAddress(place, followerId) }), unsubscribe: stop };
}
