import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { REVIEW_STANDINGS } from "#domain/budgeting/feasibility.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { listReviews, NO_FILTER, REVIEWS_PER_PAGE, type ReviewFilter } from "#features/budgeting/feasibility/queries.ts";
import { ReviewsPage } from "#features/budgeting/feasibility/ui/reviews-page.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params, query }) => {
  authorise(scope, "reviews.see", null);
  const { locale, actor } = scope;
  const vote = await getVoteForOfficers(scope, params.vote);
  const standing: ReviewFilter["standing"] = REVIEW_STANDINGS.find((each) => each === query.get("standing")) ?? "";
  const filter: ReviewFilter = { ...NO_FILTER, search: (query.get("q") ?? "").slice(0, 100), areaId: (query.get("area") ?? "").slice(0, 40), standing, reviewerId: query.has("mine") ? actor.personId : "", dueBefore: query.has("late") ? londonDay(now()) : "" };
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  const [listed, areas] = await Promise.all([listReviews(scope, vote.programme.id, filter, page), listAreaChoices(scope)]);
  const shown = new URLSearchParams([...query].filter(([name]) => ["q", "area", "standing", "mine", "late"].includes(name)));
  return {
    title: messages(locale).feasibility.title,
    crumbs: voteCrumbs(scope, vote),
    body: (
      <ReviewsPage
        locale={locale}
        title={textIn(vote.texts.title, locale).text}
        home={voteHome(scope, vote.id)}
        {...listed}
        filter={filter}
        page={page}
        pages={Math.max(1, Math.ceil(listed.matching / REVIEWS_PER_PAGE))}
        areas={areas}
        endsOn={vote.programme.phases.find(({ phase }) => phase === "feasibility")?.endsOn ?? null}
        query={shown}
        mayImport={can(actor, "reviews.import", null)}
      />
    ),
  };
});
