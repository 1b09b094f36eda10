import { textIn } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { VoteWithIdeas } from "#features/involvement/ideas/queries.ts";
import { messages } from "#i18n/messages.ts";

/** The address of a vote's ideas. */
export const ideasHome = ({ locale, council }: AnyScope, { slug }: Pick<VoteWithIdeas, "slug">): string => `/${locale}/${council.slug}/votes/${slug}/ideas`;

/** The way back from a page of ideas; the programme's page is on it until the vote has one of its own. */
export function ideasCrumbs(scope: AnyScope, vote: VoteWithIdeas, below = true) {
  const t = messages(scope.locale);
  const home = `/${scope.locale}/${scope.council.slug}`;
  return [
    { href: home, text: t.site.haveYourSay },
    { href: `${home}/${vote.isPublic ? "votes" : "programmes"}/${vote.slug}`, text: textIn(vote.title, scope.locale).text },
    ...(below ? [{ href: ideasHome(scope, vote), text: t.ideas.title }] : []),
  ];
}
