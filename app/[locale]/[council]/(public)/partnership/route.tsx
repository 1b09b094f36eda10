import { londonDay } from "#domain/basics/london-time.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getPartnership } from "#features/partnerships/queries.ts";
import { PartnershipPage } from "#features/partnerships/ui/partnership-page.tsx";
import { listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

/** Not kept: whether somebody is late changes with the day. */
export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const [partnership, targets] = await Promise.all([getPartnership(scope), listTargets(scope)]);
  const t = messages(locale);
  return {
    title: t.partnerships.title,
    section: "priorities",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/priorities`, text: t.priorities.title },
    ],
    body: <PartnershipPage locale={locale} partnership={partnership} today={londonDay(now())} targets={new Map(targets.map(({ id, slug, title }) => [id, { title, href: `${home}/priorities/${slug}` }]))} />,
  };
});
