import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { publishVote } from "#features/involvement/approval/actions.ts";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { PublishPage } from "#features/involvement/following/ui/after-publication.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.publish", vote) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const published = await publishVote({ scope, engagementId: params.vote }, form.values);
  if (published.ok) return goTo(voteHome(scope, params.vote));
  return { ...show(scope, await getVoteForOfficers(scope, params.vote), { values: {}, faults: published.error.faults.map((fault) => ({ ...fault, field: "" })) }), status: 422 };
});

const show = (scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) => ({
  title: messages(scope.locale).workspace.publish.title({ title: textIn(vote.texts.title, scope.locale).text }),
  crumbs: voteCrumbs(scope, vote),
  body: <PublishPage locale={scope.locale} vote={vote} home={voteHome(scope, vote.id)} form={form} now={now()} />,
});
