import type { FileFault } from "#domain/consultations/survey-file.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { takeSurvey } from "#features/involvement/consulting/actions.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { SurveyFileForm } from "#features/involvement/consulting/ui/consultation-pages.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const MOST_BYTES = 4 * 1_048_576;
const hereOf = (scope: ActorScope, id: string) => `${consultationHome(scope, id)}/survey`;

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return can(scope.actor, "engagement.edit-survey", engagement) ? show(scope, engagement, [], "", false) : goTo(hereOf(scope, engagement.id));
});

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const pasted = form.values["pasted"]?.at(-1) ?? "";
  const file = (await form.files["file"]?.text()) ?? pasted;
  const again = async (faults: readonly FileFault[], missing: boolean) => ({ ...show(scope, await getConsultationForOfficers(scope, params.consultation), faults, pasted, missing), status: 422 });
  if (file.trim() === "") return again([], true);
  const taken = await takeSurvey({ scope, engagementId: params.consultation }, file);
  return taken.ok ? goTo(`${hereOf(scope, params.consultation)}?saved`) : again(taken.error, false);
}, MOST_BYTES);

const show = (scope: ActorScope, engagement: ConsultationEngagement, faults: readonly FileFault[], pasted: string, missing: boolean) => ({
  title: messages(scope.locale).surveys.file.title,
  crumbs: consultationCrumbs(scope, engagement, true),
  body: <SurveyFileForm locale={scope.locale} here={hereOf(scope, engagement.id)} faults={faults} pasted={pasted} missing={missing} />,
});
