import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveFunders } from "#features/involvement/drafting/actions.ts";
import { fundersPartOf, getVoteForOfficers, potIn, seenOf, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { FundersForm } from "#features/involvement/drafting/ui/pot-money.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote" | "pot">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? show(scope, vote, params.pot, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote" | "pot">(async (scope, form, { params }) => {
  const saved = await saveFunders({ scope, engagementId: params.vote, potId: params.pot }, form.values);
  if (saved.ok) return goTo(`${voteHome(scope, params.vote)}/pots`);
  return { ...show(scope, await getVoteForOfficers(scope, params.vote), params.pot, saved.error), status: 422 };
});

function show(scope: ActorScope, vote: BudgetVoteForOfficers, potId: string, form: RefusedForm) {
  const { locale, council } = scope;
  const pot = potIn(vote, potId);
  const part = fundersPartOf(potId)(vote);
  return {
    title: messages(locale).programme.funders.title({ pot: textIn(pot.name, locale).text }),
    crumbs: voteCrumbs(scope, vote),
    body: <FundersForm locale={locale} welsh={council.welsh} form={form} home={voteHome(scope, vote.id)} pot={pot} seen={seenOf(part)} whole={part.whole} />,
  };
}
