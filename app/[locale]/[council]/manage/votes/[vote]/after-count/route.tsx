import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveAfterCount } from "#features/involvement/drafting/actions.ts";
import { afterCountOf, getVoteForOfficers, seenOf, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { AfterCountForm } from "#features/involvement/drafting/ui/after-count-form.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const saved = await saveAfterCount({ scope, engagementId: params.vote }, form.values);
  if (saved.ok) return goTo(`${voteHome(scope, params.vote)}?saved`);
  return { ...show(scope, await getVoteForOfficers(scope, params.vote), saved.error), status: 422 };
});

const show = (scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) => ({
  title: messages(scope.locale).reserves.form.title,
  crumbs: voteCrumbs(scope, vote),
  body: <AfterCountForm locale={scope.locale} welsh={scope.council.welsh} form={form} vote={vote} seen={seenOf(afterCountOf(vote))} home={voteHome(scope, vote.id)} />,
});
