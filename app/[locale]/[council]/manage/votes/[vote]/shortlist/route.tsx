import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { listAllReviews, listExclusions, listVersions } from "#features/budgeting/feasibility/queries.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { keepShortlist } from "#features/involvement/shortlisting/actions.ts";
import { criteriaFrom, suggestShortlist } from "#features/involvement/shortlisting/queries.ts";
import { ShortlistPage } from "#features/involvement/shortlisting/ui/shortlist-page.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">((scope, { params, query }) => show(scope, params.vote, query, EMPTY_FORM));

export const POST = officerForm<"vote">(async (scope, form, { params, query }) => {
  // Sent to the address that carries the criteria.
  const kept = await keepShortlist({ scope, engagementId: params.vote, criteria: criteriaFrom(query) }, form.values);
  if (kept.ok) return goTo(`${voteHome(scope, params.vote)}/shortlist?saved`);
  return { ...(await show(scope, params.vote, query, kept.error)), status: 422 };
});

async function show(scope: ActorScope, voteId: string, query: URLSearchParams, form: RefusedForm) {
  authorise(scope, "reviews.see", null);
  const vote = await getVoteForOfficers(scope, voteId);
  const criteria = criteriaFrom(query);
  const [proposals, exclusions, versions] = await Promise.all([listAllReviews(scope, vote.programme.id), listExclusions(scope, vote.programme.id), listVersions(scope, vote.programme.id)]);
  return {
    title: messages(scope.locale).shortlisting.title,
    crumbs: voteCrumbs(scope, vote),
    body: (
      <ShortlistPage
        locale={scope.locale}
        welsh={scope.council.welsh}
        vote={vote}
        proposals={proposals}
        versions={versions}
        shortlist={suggestShortlist(proposals, exclusions, versions, criteria)}
        criteria={criteria}
        form={form}
        home={voteHome(scope, vote.id)}
        may={can(scope.actor, "engagement.edit", vote)}
        saved={query.has("saved")}
      />
    ),
  };
}
