import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { publishVote } from "#features/involvement/approval/actions.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { PublishConsultation } from "#features/involvement/consulting/ui/consultation-pages.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return can(scope.actor, "engagement.publish", engagement) ? show(scope, engagement, EMPTY_FORM) : goTo(consultationHome(scope, engagement.id));
});

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const published = await publishVote({ scope, engagementId: params.consultation }, form.values);
  if (published.ok) return goTo(consultationHome(scope, params.consultation));
  return { ...show(scope, await getConsultationForOfficers(scope, params.consultation), published.error), status: 422 };
});

const show = (scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) => ({
  title: messages(scope.locale).surveys.publish.title,
  crumbs: consultationCrumbs(scope, engagement),
  body: <PublishConsultation locale={scope.locale} home={consultationHome(scope, engagement.id)} form={form} />,
});
