import { pageAsked } from "#domain/basics/page-asked.ts";
import { DELIVERY_STANDINGS } from "#domain/budgeting/delivery.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { listFunded } from "#features/budgeting/delivery/queries.ts";
import { FundedProjects } from "#features/budgeting/delivery/ui/funded-projects.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { listAreaShapes, listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { remembered } from "#platform/plain-page/remembered.ts";

export const GET = remembered(publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const home = `/${locale}/${council.slug}`;
  const [projects, areas, shapes] = await Promise.all([listFunded(scope), listAreasToChoose(scope), listAreaShapes(scope)]);
  const wanted = {
    standing: DELIVERY_STANDINGS.find((each) => each === query.get("standing")) ?? ("" as const),
    area: areas.find(({ id }) => id === query.get("area"))?.id ?? "",
    page: pageAsked(query.get("page")),
    year: /^\d{4}$/.test(query.get("year") ?? "") ? (query.get("year") ?? "") : "",
  };
  return {
    title: t.delivery.list.title,
    section: "results",
    description: t.delivery.list.lead,
    query: query.toString(),
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/results`, text: t.pages.results.title },
    ],
    body: <FundedProjects locale={locale} home={home} projects={projects} areas={areas} shapes={shapes} wanted={wanted} today={londonDay(now())} />,
  };
}));
