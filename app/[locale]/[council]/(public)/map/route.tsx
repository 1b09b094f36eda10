import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listAreaShapes, listEngagements } from "#features/involvement/queries.ts";
import { HubMap } from "#features/involvement/ui/hub-map.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const [engagements, shapes] = await Promise.all([listEngagements(scope), listAreaShapes(scope)]);
  return {
    title: messages(locale).pages.mapPage.title,
    section: "take-part",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <HubMap locale={locale} home={home} councilName={textIn(council.name, locale).text} engagements={engagements} shapes={shapes} now={now()} />,
  };
});
