import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, seenOf, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { saveEvaluation } from "#features/involvement/evaluation/actions.ts";
import { findEvaluation, getEqualityProfile, shownOf } from "#features/involvement/evaluation/queries.ts";
import { EvaluationForm } from "#features/involvement/evaluation/ui/evaluation-form.tsx";
import { isPublic, VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return isPublic(vote.state) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const saved = await saveEvaluation({ scope, engagementId: params.vote }, form.values);
  if (saved.ok) return goTo(`${voteHome(scope, params.vote)}/evaluation?saved`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), saved.error)), status: 422 };
});

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const evaluation = await findEvaluation(scope, vote.id);
  const publicAddress = `/${locale}/${council.slug}/votes/${vote.slug}`;
  return {
    title: messages(locale).evaluation.formTitle,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame locale={locale} vote={vote} home={voteHome(scope, vote.id)} publicAddress={publicAddress} part="evaluation" now={now()}>
        <EvaluationForm
          locale={locale}
          welsh={council.welsh}
          evaluation={evaluation}
          profile={await getEqualityProfile(scope, vote.id, evaluation?.figures ?? [])}
          publicAddress={`${publicAddress}/evaluation`}
          seen={seenOf(shownOf(evaluation))}
          form={form}
          mayWrite={can(actor, "engagement.give-feedback", vote)}
        />
      </VoteFrame>
    ),
  };
}
