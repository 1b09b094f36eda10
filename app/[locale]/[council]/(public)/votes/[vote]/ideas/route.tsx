import { textIn } from "#domain/basics/bilingual.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import { IDEA_STATES } from "#domain/budgeting/idea-lifecycle.ts";
import { countByArea, IDEAS_ON_PAGE, listIdeas, type WantedIdeas } from "#features/budgeting/ideas/queries.ts";
import { IdeasList } from "#features/budgeting/ideas/ui/ideas-list.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas } from "#features/involvement/ideas/queries.ts";
import { ideasCrumbs, ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { listAreaShapes, listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { remembered } from "#platform/plain-page/remembered.ts";

export const GET = remembered(publicPage<"vote">(async (scope, { params, query }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const areas = await listAreasToChoose(scope);
  const wanted = wantedOf(query, areas);
  const asMap = query.get("view") === "map";
  const list = await listIdeas(scope, vote.programmeId, wanted);
  const map = asMap ? { shapes: await listAreaShapes(scope), counts: await countByArea(scope, vote.programmeId, wanted) } : null;
  const t = messages(scope.locale).ideas;
  return {
    title: t.titleOf({ vote: textIn(vote.title, scope.locale).text }),
    section: "take-part",
    description: t.lead,
    crumbs: ideasCrumbs(scope, vote, false),
    query: query.toString(),
    body: <IdeasList locale={scope.locale} home={ideasHome(scope, vote)} title={vote.title} call={vote.call} list={list} wanted={wanted} areas={areas} map={map} onPage={IDEAS_ON_PAGE} />,
  };
}));

/** What the address asks for; what it could not mean is left out. */
function wantedOf(query: URLSearchParams, areas: readonly { readonly id: string }[]): WantedIdeas {
  return {
    words: (query.get("words") ?? "").replaceAll("\u0000", "").trim().slice(0, 100),
    category: (query.get("category") ?? "").slice(0, 60),
    area: areas.find(({ id }) => id === query.get("area"))?.id ?? "",
    state: ([...IDEA_STATES, "all"] as const).find((each) => each === query.get("state")) ?? "",
    sort: query.get("sort") === "supports" ? "supports" : "newest",
    page: pageAsked(query.get("page")),
  };
}
