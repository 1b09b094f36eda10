import { eq, sql } from "drizzle-orm";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope, CouncilInView, SystemScope } from "#domain/councils/scope.ts";
import { audienceOf, type Followable, type Rhythm } from "#domain/notifications/following.ts";
import { inTransaction, type Transaction } from "#db/client.ts";
import { followMessages } from "#db/schema/notifications/following.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import type { JobRun } from "#platform/jobs/handler.ts";
import { enqueue } from "#platform/jobs/queue.ts";
import { queueMails } from "#platform/mail/mail.ts";
import { manageAddress, placeAddress, stopAddress } from "./follow-links.ts";

/** A piece of news to those who follow something. */
export interface News extends Followable {
  /** Names what happened, once for all time: `result.declared:<poll>`. Told again under the same name nobody hears twice. */
  readonly event: string;
  readonly message: {
    readonly title: BilingualText;
    readonly text: BilingualText;
    /** Where to read more, below the council's address: `votes/your-patch`. */
    readonly address: string;
  };
  /** The areas it concerns: whoever follows one of them hears of it too. */
  readonly areaIds?: readonly string[];
}

/**
 * Tells those who follow a thing by e-mail, in the language and rhythm each chose. Only the news is written in this transaction;
 * a job then goes through the followers a few at a time. An engagement's news also reaches the followers of its areas and of the council.
 */
export async function tellFollowers(tx: Transaction, scope: AnyScope, { kind, id, event, message, areaIds = [] }: News): Promise<void> {
  const [made] = await tx
    .insert(followMessages)
    .values({
      councilId: scope.council.id,
      event,
      audience: audienceOf({ kind, id }, areaIds, scope.council.id),
      titleEn: message.title.en,
      titleCy: message.title.cy,
      bodyEn: message.text.en,
      bodyCy: message.text.cy,
      address: message.address,
      createdAt: now(),
    })
    .onConflictDoNothing({ target: [followMessages.councilId, followMessages.event] })
    .returning({ id: followMessages.id });
  if (made) await putNewsInQueue(tx, scope.council.id, made.id);
}

const putNewsInQueue = (tx: Transaction, councilId: string, messageId: string): Promise<void> =>
  enqueue(tx, "tell-followers", { councilId, messageId }, { key: `tell-followers:${messageId}`, queue: "following" });

/** Followers to one transaction: what a killed process does again. */
const AT_ONCE = 200;
/** How long one stretch of work lasts before other news has its turn. */
const STRETCH_MS = 20_000;

/** Carries one piece of news to the followers not yet reached; goes on where it was left, and back in the queue after a stretch. */
export async function carryNews(scope: SystemScope, messageId: string, run: JobRun, atOnce = AT_ONCE): Promise<void> {
  const until = now().getTime() + STRETCH_MS;
  for (;;) {
    const finished = await inTransaction((tx) => reachSome(tx, scope.council, messageId, atOnce));
    if (finished) return;
    if (run.signal.aborted || now().getTime() > until) return inTransaction((tx) => putNewsInQueue(tx, scope.council.id, messageId));
  }
}

interface Reached extends Record<string, unknown> {
  readonly id: string;
  readonly email: string;
  readonly locale: Locale;
  readonly rhythm: Rhythm;
  readonly fresh: boolean;
}

/** The next few followers, their deliveries, their mail and how far it has come: all of it or nothing. True when there are no more. */
async function reachSome(tx: Transaction, council: CouncilInView, messageId: string, atOnce: number): Promise<boolean> {
  const [news] = await tx.select().from(followMessages).where(eq(followMessages.id, messageId)).for("update");
  if (!news || news.done) return true;
  const next = await tx.execute<Reached>(sql`
    with next as (
      select distinct f.id, f.email, f.locale, f.rhythm from followers f
      join follows w on w.follower_id = f.id and w.since <= ${news.createdAt.toISOString()}::timestamptz
      join jsonb_to_recordset(${JSON.stringify(news.audience)}::text::jsonb) a(kind followable_kind, id uuid) on a.kind = w.kind and a.id = w.thing_id
      where f.council_id = ${council.id} and (${news.reached}::uuid is null or f.id > ${news.reached}::uuid)
      order by f.id limit ${atOnce}
    ), told as (
      insert into follow_deliveries (message_id, follower_id, sent_at)
      select ${messageId}::uuid, id, case when rhythm = 'at-once' then ${now().toISOString()}::timestamptz end from next
      on conflict do nothing returning follower_id
    )
    select next.*, told.follower_id is not null as fresh from next left join told on told.follower_id = next.id order by next.id`);
  const title = { en: news.titleEn, cy: news.titleCy };
  const text = { en: news.bodyEn, cy: news.bodyCy };
  await queueMails(
    tx,
    next.filter(({ fresh, rhythm }) => fresh && rhythm === "at-once").map(({ id, email, locale }) => {
      const place = { locale, slug: council.slug };
      const stop = stopAddress(place, id, messageId);
      const t = messages(locale).following.mail;
      return {
        to: email,
        subject: textIn(title, locale).text,
        body: t.news({ text: textIn(text, locale).text, link: placeAddress(place, news.address), council: textIn(council.name, locale).text, stop, manage: manageAddress(place, id) }),
        unsubscribe: stop,
      };
    }),
  );
  const done = next.length < atOnce;
  await tx
    .update(followMessages)
    .set({ reached: next.at(-1)?.id ?? news.reached, done })
    .where(eq(followMessages.id, messageId));
  return done;
}
