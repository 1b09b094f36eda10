import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { bringReviewsBack } from "#features/budgeting/feasibility/actions.ts";
import { BringBack, type BringBackProps } from "#features/budgeting/feasibility/ui/bring-back.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">((scope, { params }) => show(scope, params.vote, EMPTY_FORM, null));

// The body is a file: it is read as it arrives. What became of its rows is the answer; sending it again gives the same.
export const POST = officerPage<"vote">(async (scope, { params, request }) => {
  const { programme } = await getVoteForOfficers(scope, params.vote);
  const brought = await bringReviewsBack({ scope, programmeId: programme.id }, request);
  return brought.ok ? show(scope, params.vote, EMPTY_FORM, brought.value) : { ...(await show(scope, params.vote, brought.error, null)), status: 422 };
});

async function show(scope: ActorScope, voteId: string, form: RefusedForm, outcome: BringBackProps["outcome"]) {
  authorise(scope, "reviews.import", null);
  const vote = await getVoteForOfficers(scope, voteId);
  const home = voteHome(scope, vote.id);
  const t = messages(scope.locale).feasibility;
  return {
    title: t.sheet.title,
    crumbs: [...voteCrumbs(scope, vote), { href: `${home}/proposals`, text: t.title }],
    body: <BringBack locale={scope.locale} form={form} outcome={outcome} home={home} />,
  };
}
