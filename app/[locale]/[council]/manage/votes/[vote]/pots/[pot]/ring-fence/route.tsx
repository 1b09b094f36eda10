import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { keepBack } from "#features/involvement/drafting/actions.ts";
import { getVoteForOfficers, potIn, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { RingFenceForm } from "#features/involvement/drafting/ui/pot-money.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote" | "pot">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? show(scope, vote, params.pot, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote" | "pot">(async (scope, form, { params }) => {
  const kept = await keepBack({ scope, engagementId: params.vote, potId: params.pot }, form.values);
  if (kept.ok) return goTo(`${voteHome(scope, params.vote)}/pots`);
  return { ...show(scope, await getVoteForOfficers(scope, params.vote), params.pot, kept.error), status: 422 };
});

function show(scope: ActorScope, vote: BudgetVoteForOfficers, potId: string, form: RefusedForm) {
  const { locale, council } = scope;
  const pot = potIn(vote, potId);
  return {
    title: messages(locale).programme.ringFence.title({ pot: textIn(pot.name, locale).text }),
    crumbs: voteCrumbs(scope, vote),
    body: <RingFenceForm locale={locale} welsh={council.welsh} form={form} home={voteHome(scope, vote.id)} pot={pot} once={randomId()} />,
  };
}
