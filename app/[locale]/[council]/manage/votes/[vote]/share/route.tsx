import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { sharePreview, withdrawPreview } from "#features/involvement/previewing/actions.ts";
import { listPreviewLinks } from "#features/involvement/previewing/queries.ts";
import { SharePage } from "#features/involvement/previewing/ui/share-page.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">((scope, { params }) => show(scope, params.vote, EMPTY_FORM, null));

export const POST = officerForm<"vote">(async (scope, form, { params, request }) => {
  const at = { scope, engagementId: params.vote };
  if (form.values["withdraw"]) {
    const withdrawn = await withdrawPreview(at, form.values);
    if (withdrawn.ok) return goTo(`${voteHome(scope, params.vote)}/share`);
    return { ...(await show(scope, params.vote, withdrawn.error, null)), status: 422 };
  }
  const made = await sharePreview(at, form.values);
  if (!made.ok) return { ...(await show(scope, params.vote, made.error, null)), status: 422 };
  // Shown once, in the answer itself: an address to go to would keep the secret in the browser's history.
  const { locale, council } = scope;
  return { ...(await show(scope, params.vote, EMPTY_FORM, `${new URL(request.url).origin}/${locale}/${council.slug}/preview/${made.value.secret}`)), headers: { "Cache-Control": "no-store" } };
});

async function show(scope: ActorScope, engagementId: string, form: RefusedForm, made: string | null) {
  const vote = await getVoteForOfficers(scope, engagementId);
  authorise(scope, "programme.withdraw-preview", vote);
  return {
    title: messages(scope.locale).programme.share.title,
    crumbs: voteCrumbs(scope, vote),
    body: <SharePage locale={scope.locale} vote={vote} form={form} links={await listPreviewLinks(scope, vote.programme.id)} made={made} home={voteHome(scope, vote.id)} now={now()} />,
  };
}
