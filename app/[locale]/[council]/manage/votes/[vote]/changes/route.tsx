import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { tellOfChange } from "#features/involvement/following/actions.ts";
import { ChangesPage } from "#features/involvement/following/ui/after-publication.tsx";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { listChanges } from "#features/involvement/queries.ts";
import { isPublic, VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return isPublic(vote.state) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const told = await tellOfChange({ scope, engagementId: params.vote }, form.values);
  if (told.ok) return goTo(`${voteHome(scope, params.vote)}/changes`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), told.error)), status: 422 };
});

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) {
  const { locale, council } = scope;
  const at = { locale, vote, home: voteHome(scope, vote.id), now: now() };
  return {
    title: messages(locale).workspace.changes.title,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame {...at} part="changes" publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}>
        <ChangesPage locale={locale} welsh={council.welsh} changes={await listChanges(vote.id)} form={form} once={randomId()} mayList={can(scope.actor, "engagement.list-change", undefined)} amendments={`${at.home}/amendments`} />
      </VoteFrame>
    ),
  };
}
