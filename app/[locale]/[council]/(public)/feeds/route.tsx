import { publicPage } from "#features/councils/respond.tsx";
import { queryOfAsked, readAsked } from "#features/involvement/finding/queries.ts";
import { FeedsPage } from "#features/involvement/finding/ui/feeds.tsx";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";

export const GET = publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const asked = readAsked(query);
  const home = `/${locale}/${council.slug}`;
  return {
    title: messages(locale).finding.feeds.title,
    section: "take-part",
    query: queryOfAsked(asked),
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <FeedsPage locale={locale} home={home} whole={`${env().BASE_URL}${home}`} areas={await listAreasToChoose(scope)} asked={asked} query={queryOfAsked(asked)} />,
  };
});
