import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { differences } from "#domain/involvement/submission.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { approveDraft, giveBack } from "#features/involvement/approval/actions.ts";
import { ApprovalPage } from "#features/involvement/approval/ui/approval.tsx";
import { getVoteForOfficers, listAreaChoices, listSubmissions, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => show(scope, await getVoteForOfficers(scope, params.vote), EMPTY_FORM));

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const home = voteHome(scope, params.vote);
  if (form.values["answer"]?.[0] === "approved") {
    const approved = await approveDraft({ scope, engagementId: params.vote }, form.values);
    if (approved.ok) return goTo(home);
    return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), approved.error)), status: 422 };
  }
  const given = await giveBack({ scope, engagementId: params.vote }, form.values);
  if (given.ok) return goTo(home);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), given.error)), status: 422 };
});

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const submissions = await listSubmissions(vote.id);
  const [latest, before] = submissions;
  const ownWork = vote.authorId === actor.personId || latest?.sentById === actor.personId;
  const at = { locale, vote, home: voteHome(scope, vote.id), now: now() };
  return {
    title: messages(locale).workspace.approval.title,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame {...at} part="approval" publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}>
        <ApprovalPage
          locale={locale}
          home={at.home}
          submissions={submissions}
          differences={latest && before ? differences(before.content, latest.content) : []}
          areas={await listAreaChoices(scope)}
          form={form}
          waiting={vote.state === "in-review"}
          may={{ approve: can(actor, "engagement.approve", vote) && !ownWork, sendBack: can(actor, "engagement.send-back", vote), ownWork }}
        />
      </VoteFrame>
    ),
  };
}
