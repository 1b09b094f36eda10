import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { tellFollowers } from "#features/notifications/following/tell-followers.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMails, type Mail } from "#platform/mail/mail.ts";

type News = keyof ReturnType<typeof messages>["ideaMail"]["news"];

export interface NewsOfIdea {
  readonly ideaId: string;
  readonly news: News;
  readonly reason?: BilingualText;
  /** What else there is to say, in the words of whoever says it. */
  readonly words?: BilingualText;
  /** Only its author and co-authors; else those who support it too. */
  readonly authorsOnly?: boolean;
  /** Also whoever does it; else they are not written to about their own act. */
  readonly toActor?: boolean;
  /** The idea it leads to, where there is another. */
  readonly otherId?: string;
}

interface Reader extends Record<string, unknown> {
  readonly idea_id: string;
  readonly email: string;
  readonly locale: Locale;
  readonly part: "author" | "supporter";
  readonly title_en: string;
  readonly title_cy: string;
  readonly number: number;
  readonly other_number: number | null;
  readonly slug: string;
}

/** Writes to everybody who sent, signed, supports or follows ideas what happened to them, each in their own language and once. */
export async function tellPeopleOfIdeas(tx: Transaction, scope: AnyScope, all: readonly NewsOfIdea[]): Promise<void> {
  if (all.length === 0) return;
  await tellFollowersOfIdeas(tx, scope, all.filter(({ authorsOnly = false }) => !authorsOnly));
  const wanted = JSON.stringify(all.map(({ ideaId, authorsOnly = false, toActor = false, otherId = null }) => ({ id: ideaId, authors_only: authorsOnly, to_actor: toActor, other_id: otherId })));
  const actorId = scope.kind === "actor" ? scope.actor.personId : null;
  const readers = await tx.execute<Reader>(sql`
    with news as (select * from jsonb_to_recordset(${wanted}::jsonb) as n(id uuid, authors_only boolean, to_actor boolean, other_id uuid)),
    involved as (
      select n.id, i.author_id as person_id, 'author' as part from news n join ideas i on i.id = n.id where i.author_id is not null
      union select n.id, c.person_id, 'author' from news n join idea_co_authors c on c.idea_id = n.id where c.confirmed_at is not null
      union select n.id, s.person_id, 'supporter' from news n join idea_supports s on s.idea_id = n.id where not n.authors_only
    )
    select distinct on (v.id, p.id) v.id as idea_id, p.email, p.locale, v.part, i.title_en, i.title_cy, i.number, o.number as other_number, e.slug
    from involved v join people p on p.id = v.person_id join ideas i on i.id = v.id join news n on n.id = v.id
    left join ideas o on o.id = n.other_id
    join engagements e on e.programme_id = i.programme_id and e.council_id = i.council_id
    where i.council_id = ${scope.council.id} and (n.to_actor or p.id is distinct from ${actorId}::uuid)
      -- Who supports it and follows it too is told as a follower.
      and (v.part = 'author' or n.authors_only or not exists (
        select 1 from follows w join followers f on f.id = w.follower_id where w.kind = 'idea' and w.thing_id = v.id and f.council_id = i.council_id and lower(f.email) = lower(p.email)))
    order by v.id, p.id, v.part`);
  const newsOf = new Map(all.map((each) => [each.ideaId, each]));
  const mails = readers.flatMap((reader): Mail[] => {
    const news = newsOf.get(reader.idea_id);
    if (!news) return [];
    const t = messages(reader.locale).ideaMail;
    const title = textIn({ en: reader.title_en, cy: reader.title_cy }, reader.locale).text;
    const link = `${env().BASE_URL}/${reader.locale}/${scope.council.slug}/votes/${reader.slug}/ideas/${reader.other_number ?? reader.number}`;
    const council = textIn(scope.council.name, reader.locale).text;
    const body = [...whatIsNew(reader.locale, news), link, t.why[reader.part]({ council })].join("\n\n");
    return [{ to: reader.email, subject: t.subject({ title }), body }];
  });
  await queueMails(tx, mails);
}

const NO_WORDS: BilingualText = { en: "", cy: "" };

/** What happened, what else there is to say, and why: a paragraph each. */
function whatIsNew(locale: Locale, { news, reason = NO_WORDS, words = NO_WORDS }: NewsOfIdea): readonly string[] {
  const t = messages(locale).ideaMail;
  const why = textIn(reason, locale).text;
  return [t.news[news], textIn(words, locale).text, why === "" ? "" : t.reason({ reason: why })].filter((part) => part !== "");
}

interface Followed extends Record<string, unknown> {
  readonly id: string;
  readonly title_en: string;
  readonly title_cy: string;
  readonly address: string;
}

/** The same for those who follow an idea that everybody may read, whether or not they have an account. An idea that nobody follows makes no news. */
async function tellFollowersOfIdeas(tx: Transaction, scope: AnyScope, all: readonly NewsOfIdea[]): Promise<void> {
  if (all.length === 0) return;
  const followed = await tx.execute<Followed>(sql`
    select t.id, t.title_en, t.title_cy, t.address from followable_things t
    where t.council_id = ${scope.council.id} and t.kind = 'idea' and t.id in (select (n->>0)::uuid from jsonb_array_elements(${JSON.stringify(all.map(({ ideaId }) => [ideaId]))}::jsonb) n)
      and exists (select 1 from follows w where w.kind = 'idea' and w.thing_id = t.id)`);
  for (const { id, title_en, title_cy, address } of followed) {
    const told = all.find(({ ideaId }) => ideaId === id);
    if (told === undefined) continue;
    const inBoth = (of: (locale: Locale) => string): BilingualText => ({ en: of("en"), cy: of("cy") });
    await tellFollowers(tx, scope, {
      kind: "idea",
      id,
      event: `idea.${told.news}:${id}:${now().toISOString()}`,
      message: {
        title: inBoth((locale) => messages(locale).ideaMail.subject({ title: textIn({ en: title_en, cy: title_cy }, locale).text })),
        text: inBoth((locale) => whatIsNew(locale, told).join("\n\n")),
        address,
      },
    });
  }
}
