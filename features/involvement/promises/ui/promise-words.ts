import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { PromiseStanding } from "#domain/involvement/promise.ts";
import type { TagKind } from "#components/feedback/tag.tsx";
import type { Elected } from "#features/elections/results/queries.ts";
import { messages } from "#i18n/messages.ts";

/** How each standing of a promise looks. */
export const PROMISE_TAGS: Readonly<Record<PromiseStanding, TagKind>> = {
  "written-down": "notYet",
  proposal: "underway",
  "not-taken-further": "closed",
  "on-ballot": "open",
  "not-this-time": "closed",
  funded: "good",
  delivered: "done",
  "under-way": "underway",
  kept: "done",
  "not-kept": "closed",
};

/** Somebody elected by office and, until candidates are taken down, by name; the contest too where the election has several. */
export function electedInWords(locale: Locale, { office, seat, name, contest }: Pick<Elected, "office" | "seat" | "name" | "contest">, contests: number): { readonly title: string; readonly office: string } {
  const t = messages(locale).promises;
  const held = textIn(office, locale).text;
  const seated = seat === 0 ? held : t.seat({ office: held, seat });
  const where = contests > 1 ? `${seated}, ${textIn(contest.name, locale).text}` : seated;
  return name === null ? { title: where, office: "" } : { title: textIn(name, locale).text, office: where };
}
