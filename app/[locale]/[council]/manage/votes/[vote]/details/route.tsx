import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveDetails } from "#features/involvement/drafting/actions.ts";
import { listRecordsOf } from "#features/involvement/duty/queries.ts";
import { detailsOf, getVoteForOfficers, seenOf, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { DetailsForm } from "#features/involvement/drafting/ui/section-forms.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { listStatutesToChoose } from "#features/involvement/statutes/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const saved = await saveDetails({ scope, engagementId: params.vote }, form.values);
  if (saved.ok) return goTo(`${voteHome(scope, params.vote)}?saved`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), saved.error)), status: 422 };
});

const show = async (scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) => ({
  title: messages(scope.locale).drafting.details.title,
  crumbs: voteCrumbs(scope, vote),
  body: (
    <DetailsForm
      locale={scope.locale} welsh={scope.council.welsh} form={form} vote={vote} seen={seenOf(detailsOf(vote))} home={voteHome(scope, vote.id)}
      statutes={await listStatutesToChoose(scope, vote.statute)}
      records={await listRecordsOf(scope, vote.id)}
      dutyAddress={`/${scope.locale}/${scope.council.slug}`}
    />
  ),
});
