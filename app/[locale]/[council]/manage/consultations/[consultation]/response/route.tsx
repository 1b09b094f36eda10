import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { responseClock } from "#domain/involvement/response-clock.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { tellOfDelay } from "#features/involvement/conduct/actions.ts";
import { listDelays } from "#features/involvement/conduct/queries.ts";
import { ResponseDesk } from "#features/involvement/conduct/ui/response-time.tsx";
import { isPublic } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return isPublic(engagement.state) ? show(scope, engagement, EMPTY_FORM) : goTo(consultationHome(scope, engagement.id));
});

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const told = await tellOfDelay({ scope, engagementId: params.consultation }, form.values);
  if (told.ok) return goTo(`${consultationHome(scope, params.consultation)}/response`);
  return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), told.error)), status: 422 };
});

async function show(scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const home = consultationHome(scope, engagement.id);
  const clock = responseClock(engagement, now());
  return {
    title: messages(locale).conduct.response.title,
    crumbs: consultationCrumbs(scope),
    body: (
      <ConsultationFrame actor={scope.actor} locale={locale} engagement={engagement} home={home} now={now()} part="response" publicAddress={`/${locale}/${council.slug}/consultations/${engagement.slug}`}>
        <ResponseDesk
          locale={locale}
          welsh={council.welsh}
          clock={clock}
          delays={await listDelays(engagement.id)}
          form={form}
          once={randomId()}
          answerAt={`${home}/feedback`}
          may={clock.at !== "not-started" && can(actor, "engagement.explain-delay", engagement)}
        />
      </ConsultationFrame>
    ),
  };
}
