import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { saveDetails } from "#features/involvement/drafting/actions.ts";
import { listRecordsOf } from "#features/involvement/duty/queries.ts";
import { detailsOf, getConsultationForOfficers, seenOf, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { DetailsForm } from "#features/involvement/drafting/ui/section-forms.tsx";
import { listStatutesToChoose } from "#features/involvement/statutes/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return can(scope.actor, "engagement.edit", engagement) ? show(scope, engagement, EMPTY_FORM) : goTo(consultationHome(scope, engagement.id));
});

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const saved = await saveDetails({ scope, engagementId: params.consultation }, form.values);
  if (saved.ok) return goTo(`${consultationHome(scope, params.consultation)}?saved`);
  return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), saved.error)), status: 422 };
});

const show = async (scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) => ({
  title: messages(scope.locale).drafting.details.title,
  crumbs: consultationCrumbs(scope, engagement),
  body: (
    <DetailsForm
      locale={scope.locale} welsh={scope.council.welsh} form={form} vote={engagement} seen={seenOf(detailsOf(engagement))} home={consultationHome(scope, engagement.id)}
      statutes={await listStatutesToChoose(scope, engagement.statute)}
      records={await listRecordsOf(scope, engagement.id)}
      dutyAddress={`/${scope.locale}/${scope.council.slug}`}
    />
  ),
});
