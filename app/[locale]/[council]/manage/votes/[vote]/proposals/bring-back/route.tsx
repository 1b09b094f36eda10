import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { bringReviewsBack } from "#features/budgeting/feasibility/actions.ts";
import { listReviewImports } from "#features/budgeting/feasibility/queries.ts";
import { BringBack } from "#features/budgeting/feasibility/ui/bring-back.tsx";
import { goTo, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { deskOf, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">((scope, { params }) => show(scope, params.vote, EMPTY_FORM));

// The body is a file: it is read as it arrives. A job reads its rows, and a page of its own shows how far it is.
export const POST = officerPage<"vote">(async (scope, { params, request }) => {
  const { id, programme } = await getVoteForOfficers(scope, params.vote);
  const brought = await bringReviewsBack({ scope, programmeId: programme.id, engagementId: id }, request);
  return brought.ok ? goTo(`${deskOf(scope)}/imports/${brought.value.importId}`) : { ...(await show(scope, params.vote, brought.error)), status: 422 };
});

async function show(scope: ActorScope, voteId: string, form: RefusedForm) {
  authorise(scope, "reviews.import", null);
  const vote = await getVoteForOfficers(scope, voteId);
  const home = voteHome(scope, vote.id);
  const t = messages(scope.locale).feasibility;
  return {
    title: t.sheet.title,
    crumbs: [...voteCrumbs(scope, vote), { href: `${home}/proposals`, text: t.title }],
    body: <BringBack locale={scope.locale} council={scope.council.slug} form={form} once={randomId()} earlier={await listReviewImports(scope, vote.programme.id)} home={home} />,
  };
}
