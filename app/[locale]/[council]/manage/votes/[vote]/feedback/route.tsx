import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, seenOf, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { reportBack } from "#features/involvement/following/actions.ts";
import { findFeedback, textsOf } from "#features/involvement/following/queries.ts";
import { FeedbackPage } from "#features/involvement/following/ui/after-publication.tsx";
import { isPublic, VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return isPublic(vote.state) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const written = await reportBack({ scope, engagementId: params.vote }, form.values);
  if (written.ok) return goTo(`${voteHome(scope, params.vote)}?saved`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), written.error)), status: 422 };
});

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const feedback = await findFeedback(vote.id);
  const at = { locale, vote, home: voteHome(scope, vote.id), now: now() };
  return {
    title: messages(locale).workspace.feedback.title,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame {...at} part="feedback" publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}>
        <FeedbackPage
          locale={locale}
          welsh={council.welsh}
          feedback={feedback}
          form={form}
          seen={seenOf(textsOf(feedback))}
          mayWrite={can(actor, "engagement.give-feedback", vote)}
          mayPublish={vote.state === "decided" || vote.state === "fed-back"}
        />
      </VoteFrame>
    ),
  };
}
