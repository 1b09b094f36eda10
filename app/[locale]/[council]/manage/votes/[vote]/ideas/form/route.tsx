import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { postCall } from "#features/budgeting/idea-calls/actions.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { CallForm } from "#features/budgeting/idea-calls/ui/call-form.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) =>
  can(scope.actor, "ideas.ask-for", null) ? show(scope, params.vote, EMPTY_FORM) : goTo(`${voteHome(scope, params.vote)}/ideas`),
);

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  const saved = await postCall(scope, await getCall(scope, vote.programme.id), form.values);
  if (saved.ok) return goTo(`${voteHome(scope, vote.id)}/ideas?saved`);
  return { ...(await show(scope, params.vote, saved.error)), status: 422 };
});

async function show(scope: ActorScope, id: string, form: RefusedForm) {
  const vote = await getVoteForOfficers(scope, id);
  const call = await getCall(scope, vote.programme.id);
  const back = `${voteHome(scope, vote.id)}/ideas`;
  return {
    title: messages(scope.locale).ideas.call.title,
    crumbs: [...voteCrumbs(scope, vote), { href: back, text: messages(scope.locale).ideas.title }],
    body: <CallForm locale={scope.locale} welsh={scope.council.welsh} call={call} form={form} back={back} />,
  };
}
