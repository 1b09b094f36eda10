import { textIn } from "#domain/basics/bilingual.ts";
import { postcode } from "#domain/basics/fields.ts";
import { standing, TOPICS } from "#domain/involvement/engagement.ts";
import { search } from "#domain/involvement/search.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { findAreaOfPostcode } from "#features/eligibility/queries.ts";
import { listAreasToChoose, listEngagements } from "#features/involvement/queries.ts";
import { SearchResults } from "#features/involvement/ui/find-engagements.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const GET = publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const t = messages(locale).pages.search;
  const wanted = { words: (query.get("q") ?? "").slice(0, 200), area: query.get("area") ?? "", topic: query.get("topic") ?? "" };
  const [engagements, areas] = await Promise.all([listEngagements(scope), listAreasToChoose(scope)]);
  const typedPostcode = postcode().safeParse(wanted.words);
  const place = typedPostcode.success ? await findAreaOfPostcode(scope, typedPostcode.data) : null;
  const at = now();
  const found = search(engagements, {
    words: typedPostcode.success ? "" : wanted.words,
    areaId: place?.id ?? (areas.some(({ id }) => id === wanted.area) ? wanted.area : null),
    topic: TOPICS.find((topic) => topic === wanted.topic) ?? null,
  }).filter((engagement) => query.get("show") !== "closing-soon" || standing(engagement, at) === "closing-soon");
  const note = !typedPostcode.success
    ? null
    : place
      ? t.inArea({ postcode: wanted.words.trim(), area: textIn(place.name, locale).text })
      : t.unknownPostcode({ postcode: wanted.words.trim(), council: textIn(council.name, locale).text });
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.title,
    section: "take-part",
    robots: "noindex",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <SearchResults locale={locale} home={home} areas={areas} wanted={wanted} found={found} note={note} now={at} />,
  };
});
