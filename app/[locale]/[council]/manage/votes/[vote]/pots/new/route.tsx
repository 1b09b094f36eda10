import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { startPot } from "#features/involvement/drafting/actions.ts";
import { getVoteForOfficers, listAreaChoices, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { PotForm } from "#features/involvement/drafting/ui/pots.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const started = await startPot({ scope, engagementId: params.vote }, form.values);
  if (started.ok) return goTo(`${voteHome(scope, params.vote)}/pots`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), started.error)), status: 422 };
});

const show = async (scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) => ({
  title: messages(scope.locale).drafting.pots.add,
  crumbs: voteCrumbs(scope, vote),
  body: <PotForm locale={scope.locale} welsh={scope.council.welsh} form={form} areas={await listAreaChoices(scope)} home={voteHome(scope, vote.id)} pot={null} seen="" once={randomId()} />,
});
