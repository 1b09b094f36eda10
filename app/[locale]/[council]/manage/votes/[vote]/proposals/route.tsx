import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import { REVIEW_STANDINGS } from "#domain/budgeting/feasibility.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { askServiceOfMany } from "#features/budgeting/feasibility/actions.ts";
import { listReviewers, listReviews, NO_FILTER, REVIEWS_PER_PAGE, type ReviewFilter } from "#features/budgeting/feasibility/queries.ts";
import { ReviewsPage } from "#features/budgeting/feasibility/ui/reviews-page.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">((scope, { params, query }) => show(scope, params.vote, query, EMPTY_FORM));

// Sent to the list's own address, so that what it is narrowed to is known.
export const POST = officerForm<"vote">(async (scope, form, { params, query }) => {
  const { programme } = await getVoteForOfficers(scope, params.vote);
  const asked = await askServiceOfMany({ scope, programmeId: programme.id, filter: filterFrom(scope, query) }, form.values);
  if (!asked.ok) return { ...(await show(scope, params.vote, query, asked.error)), status: 422 };
  const back = new URLSearchParams([...narrowed(query), ...(query.has("page") ? [["page", query.get("page") ?? ""]] : []), ["asked", String(asked.value.assigned)]]);
  return goTo(`${voteHome(scope, params.vote)}/proposals?${back.toString()}`);
});

/** What the list's address narrows it to. */
function filterFrom({ actor }: ActorScope, query: URLSearchParams): ReviewFilter {
  const standing: ReviewFilter["standing"] = REVIEW_STANDINGS.find((each) => each === query.get("standing")) ?? "";
  return { ...NO_FILTER, search: (query.get("q") ?? "").slice(0, 100), areaId: (query.get("area") ?? "").slice(0, 40), standing, reviewerId: query.has("mine") ? actor.personId : "", dueBefore: query.has("late") ? londonDay(now()) : "" };
}

const narrowed = (query: URLSearchParams) => new URLSearchParams([...query].filter(([name]) => ["q", "area", "standing", "mine", "late"].includes(name)));

async function show(scope: ActorScope, voteId: string, query: URLSearchParams, form: RefusedForm) {
  authorise(scope, "reviews.see", null);
  const { locale, actor } = scope;
  const vote = await getVoteForOfficers(scope, voteId);
  const filter = filterFrom(scope, query);
  const mayAsk = can(actor, "reviews.assign", null);
  const page = pageAsked(query.get("page"));
  const [listed, areas, reviewers] = await Promise.all([listReviews(scope, vote.programme.id, filter, page), listAreaChoices(scope), mayAsk ? listReviewers(scope) : null]);
  const asked = /^\d{1,6}$/.test(query.get("asked") ?? "") ? Number(query.get("asked")) : null;
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
        query={narrowed(query)}
        mayImport={can(actor, "reviews.import", null)}
        reviewers={reviewers}
        form={form}
        asked={asked}
      />
    ),
  };
}
