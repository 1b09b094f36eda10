import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { whyNotAnnounce } from "#domain/involvement/announcement.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { announce } from "#features/involvement/phases/actions.ts";
import { AnnouncePage } from "#features/involvement/phases/ui/phase-desk.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => show(scope, await getVoteForOfficers(scope, params.vote), EMPTY_FORM));

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const announced = await announce({ scope, engagementId: params.vote }, form.values);
  if (announced.ok) return goTo(`${voteHome(scope, params.vote)}/announce`);
  return { ...show(scope, await getVoteForOfficers(scope, params.vote), announced.error), status: 422 };
});

function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const missing = form.faults.length > 0 ? form.faults : whyNotAnnounce({ welsh: council.welsh, texts: vote.texts, phases: vote.programme.phases });
  return {
    title: messages(locale).programme.announce.title,
    crumbs: voteCrumbs(scope, vote),
    body: <AnnouncePage locale={locale} vote={vote} missing={missing} may={can(actor, "programme.announce", vote)} home={voteHome(scope, vote.id)} publicAddress={`/${locale}/${council.slug}/programmes/${vote.slug}`} />,
  };
}
