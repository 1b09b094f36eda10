import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { savePot, takeOutPot } from "#features/involvement/drafting/actions.ts";
import { getVoteForOfficers, listAreaChoices, potIn, potPartOf, seenOf, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { PotForm } from "#features/involvement/drafting/ui/pots.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote" | "pot">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? showPot(scope, vote, params.pot, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote" | "pot">(async (scope, form, { params }) => {
  const pot = { engagementId: params.vote, potId: params.pot };
  if (form.values["remove"]) {
    const taken = await takeOutPot({ scope, ...pot }, {});
    if (taken.ok) return goTo(`${voteHome(scope, params.vote)}/pots`);
    return { ...(await showPot(scope, await getVoteForOfficers(scope, params.vote), params.pot, taken.error)), status: 422 };
  }
  const saved = await savePot({ scope, ...pot }, form.values);
  if (saved.ok) return goTo(`${voteHome(scope, params.vote)}/pots`);
  return { ...(await showPot(scope, await getVoteForOfficers(scope, params.vote), params.pot, saved.error)), status: 422 };
});

const showPot = async (scope: ActorScope, vote: BudgetVoteForOfficers, potId: string, form: RefusedForm) => ({
  title: messages(scope.locale).drafting.pots.editTitle,
  crumbs: voteCrumbs(scope, vote),
  body: (
    <PotForm
      locale={scope.locale}
      welsh={scope.council.welsh}
      form={form}
      areas={await listAreaChoices(scope)}
      home={voteHome(scope, vote.id)}
      pot={potIn(vote, potId)}
      seen={seenOf(potPartOf(potId)(vote))}
      once=""
    />
  ),
});
