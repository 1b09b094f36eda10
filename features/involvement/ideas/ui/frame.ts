import { textIn } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { VoteWithIdeas } from "#features/involvement/ideas/queries.ts";
import { messages } from "#i18n/messages.ts";

/** The address of a vote's ideas. */
export const ideasHome = ({ locale, council }: AnyScope, { slug }: Pick<VoteWithIdeas, "slug">): string => `/${locale}/${council.slug}/votes/${slug}/ideas`;

/** The way back from a page of ideas; the vote's own page is on it once everybody can see it. */
export function ideasCrumbs(scope: AnyScope, vote: VoteWithIdeas, below = true) {
  const t = messages(scope.locale);
  const home = `/${scope.locale}/${scope.council.slug}`;
  return [
    { href: home, text: t.site.haveYourSay },
    ...(vote.isPublic ? [{ href: `${home}/votes/${vote.slug}`, text: textIn(vote.title, scope.locale).text }] : []),
    ...(below ? [{ href: ideasHome(scope, vote), text: t.ideas.title }] : []),
  ];
}
