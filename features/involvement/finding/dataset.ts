import { textIn } from "#domain/basics/bilingual.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { kindOf } from "#domain/involvement/search.ts";
import { standing } from "#domain/involvement/engagement.ts";
import type { EngagementOnHub } from "#features/involvement/queries.ts";
import { addressOf } from "#features/involvement/ui/engagement-list.tsx";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { writeAtom } from "#platform/feeds/atom.ts";
import { writeCalendar } from "#platform/feeds/calendar.ts";

/** A list of engagements to be written for programs, in a language, at a time. */
export interface ListToWrite {
  readonly scope: PublicScope;
  readonly engagements: readonly EngagementOnHub[];
  /** What the list was narrowed by, as an address has it. */
  readonly query: string;
  readonly now: Date;
}

const homeOf = ({ locale, council }: PublicScope): string => `${env().BASE_URL}/${locale}/${council.slug}`;

const listName = ({ locale, council }: PublicScope): string => messages(locale).finding.feeds.name({ council: textIn(council.name, locale).text });

/** When an engagement was last news: when it was published, opened or closed. */
const newsOf = ({ opensAt, closesAt }: EngagementOnHub, now: Date): Date => [closesAt, opensAt].find((at) => at !== null && at <= now) ?? opensAt ?? now;

/** As an Atom feed. */
export function engagementsAtom({ scope, engagements, query, now }: ListToWrite): string {
  const { locale, council } = scope;
  const home = homeOf(scope);
  const tail = query === "" ? "" : `?${query}`;
  const entries = engagements.map((engagement) => {
    const news = newsOf(engagement, now);
    return {
      id: `urn:uuid:${engagement.id}`,
      title: textIn(engagement.title, locale).text,
      summary: textIn(engagement.summary, locale).text,
      address: addressOf(home, engagement),
      published: engagement.opensAt ?? news,
      updated: news,
      categories: [messages(locale).pages.topics[engagement.topic]],
    };
  });
  const updated = entries.map(({ updated: at }) => at).reduce((latest, at) => (at > latest ? at : latest), new Date(0));
  return writeAtom({
    id: `${home}/feeds/engagements.atom${tail}`,
    title: listName(scope),
    author: textIn(council.name, locale).text,
    lang: locale === "en" ? "en-GB" : locale,
    self: `${home}/feeds/engagements.atom${tail}`,
    page: `${home}/search${tail}`,
    updated: entries.length === 0 ? now : updated,
    entries: entries.toSorted((a, b) => b.updated.getTime() - a.updated.getTime()),
  });
}

/** As a calendar: the day each opens, the day it closes and the day its results are promised for. */
export function engagementsCalendar({ scope, engagements, now }: ListToWrite): string {
  const { locale } = scope;
  const t = messages(locale).finding.feeds;
  const home = homeOf(scope);
  const host = new URL(home).host;
  return writeCalendar({
    name: listName(scope),
    lang: locale === "en" ? "en-GB" : locale,
    events: engagements.flatMap((engagement) => {
      const title = textIn(engagement.title, locale).text;
      return (["opens", "closes", "results"] as const).flatMap((what) => {
        const at = engagement[`${what}At`];
        return at === null
          ? []
          : [{ uid: `${engagement.id}-${what}@${host}`, title: t.moments[what]({ title }), description: textIn(engagement.summary, locale).text, address: addressOf(home, engagement), at, changed: newsOf(engagement, now) }];
      });
    }),
  });
}

/** As a JSON Feed (version 1.1, jsonfeed.org), with what only an engagement has under `_engagement`. */
export function engagementsJson({ scope, engagements, query, now }: ListToWrite): Record<string, unknown> {
  const { locale, council } = scope;
  const home = homeOf(scope);
  const tail = query === "" ? "" : `?${query}`;
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: listName(scope),
    home_page_url: `${home}/search${tail}`,
    feed_url: `${home}/feeds/engagements.json${tail}`,
    language: locale === "en" ? "en-GB" : locale,
    authors: [{ name: textIn(council.name, locale).text }],
    items: engagements.map((engagement) => ({
      id: engagement.id,
      url: addressOf(home, engagement),
      title: textIn(engagement.title, locale).text,
      content_text: textIn(engagement.summary, locale).text,
      date_published: (engagement.opensAt ?? now).toISOString(),
      date_modified: newsOf(engagement, now).toISOString(),
      tags: [engagement.topic],
      _engagement: {
        kind: kindOf(engagement),
        standing: standing(engagement, now),
        level: engagement.level,
        opens_at: engagement.opensAt?.toISOString() ?? null,
        closes_at: engagement.closesAt?.toISOString() ?? null,
        results_at: engagement.resultsAt?.toISOString() ?? null,
        areas: engagement.areaNames,
        taken_part: engagement.takenPart,
        title: engagement.title,
        summary: engagement.summary,
      },
    })),
  };
}
