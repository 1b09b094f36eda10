import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { movePublicTimes } from "#features/involvement/conduct/actions.ts";
import { MoveTimesForm } from "#features/involvement/conduct/ui/response-time.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return can(scope.actor, "engagement.move-times", engagement) ? show(scope, engagement, EMPTY_FORM) : goTo(consultationHome(scope, engagement.id));
});

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const moved = await movePublicTimes({ scope, engagementId: params.consultation }, form.values);
  if (moved.ok) return goTo(`${consultationHome(scope, params.consultation)}/changes`);
  return { ...show(scope, await getConsultationForOfficers(scope, params.consultation), moved.error), status: 422 };
});

const show = (scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) => ({
  title: messages(scope.locale).conduct.times.title,
  crumbs: consultationCrumbs(scope, engagement),
  body: <MoveTimesForm locale={scope.locale} welsh={scope.council.welsh} engagement={engagement} form={form} once={randomId()} back={`${consultationHome(scope, engagement.id)}/changes`} />,
});
