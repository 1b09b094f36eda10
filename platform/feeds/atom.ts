/** One entry of a feed. Addresses are whole; `id` never changes. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly address: string;
  readonly published: Date;
  readonly updated: Date;
  readonly categories: readonly string[];
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** The feed's own address, and that of the page it goes with. */
  readonly self: string;
  readonly page: string;
  readonly updated: Date;
  readonly entries: readonly FeedEntry[];
}

/** A feed as an Atom document (RFC 4287). */
export function writeAtom(feed: Feed): string {
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.lang)}">`,
    `<id>${xml(feed.id)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${feed.updated.toISOString()}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.page)}"/>`,
    ...feed.entries.flatMap((entry) => [
      `<entry>`,
      `<id>${xml(entry.id)}</id>`,
      `<title>${xml(entry.title)}</title>`,
      `<link rel="alternate" type="text/html" href="${xml(entry.address)}"/>`,
      `<published>${entry.published.toISOString()}</published>`,
      `<updated>${entry.updated.toISOString()}</updated>`,
      ...entry.categories.map((term) => `<category term="${xml(term)}"/>`),
      `<summary>${xml(entry.summary)}</summary>`,
      `</entry>`,
    ]),
    `</feed>`,
    "",
  ].join("\n");
}

/** Text inside XML: the five characters with a meaning, and none that XML 1.0 forbids. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
