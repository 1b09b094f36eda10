import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { findEngagements, queryOfAsked, readAsked } from "#features/involvement/finding/queries.ts";
import { SearchResults } from "#features/involvement/finding/ui/find-engagements.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { remembered } from "#platform/plain-page/remembered.ts";

export const GET = remembered(publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const t = messages(locale).pages.search;
  const asked = readAsked(query);
  const at = now();
  const { engagements, areas, place } = await findEngagements(scope, asked, at);
  const note =
    place === null
      ? null
      : place.area
        ? t.inArea({ postcode: place.postcode, area: textIn(place.area, locale).text })
        : t.unknownPostcode({ postcode: place.postcode, council: textIn(council.name, locale).text });
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.title,
    section: "take-part",
    robots: "noindex",
    query: queryOfAsked(asked),
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <SearchResults locale={locale} home={home} areas={areas} asked={asked} query={queryOfAsked(asked)} found={engagements} note={note} now={at} />,
  };
}));
