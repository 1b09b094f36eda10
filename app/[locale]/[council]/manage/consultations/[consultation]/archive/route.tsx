import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { putAway } from "#features/involvement/following/actions.ts";
import { ArchivePage } from "#features/involvement/following/ui/after-publication.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  if (!can(scope.actor, "engagement.archive", engagement)) return goTo(consultationHome(scope, engagement.id));
  return {
    title: messages(scope.locale).workspace.vote.archiveTitle,
    crumbs: consultationCrumbs(scope, engagement),
    body: <ArchivePage locale={scope.locale} home={`${consultationHome(scope, engagement.id)}/feedback`} />,
  };
});

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const home = consultationHome(scope, params.consultation);
  const put = await putAway({ scope, engagementId: params.consultation }, form.values);
  return goTo(put.ok ? home : `${home}/archive`);
});
