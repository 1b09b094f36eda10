import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers, seenOf, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { reportBack } from "#features/involvement/following/actions.ts";
import { findFeedback, textsOf } from "#features/involvement/following/queries.ts";
import { FeedbackPage } from "#features/involvement/following/ui/after-publication.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { isPublic } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return isPublic(engagement.state) ? show(scope, engagement, EMPTY_FORM) : goTo(consultationHome(scope, engagement.id));
});

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const written = await reportBack({ scope, engagementId: params.consultation }, form.values);
  if (written.ok) return goTo(`${consultationHome(scope, params.consultation)}/feedback`);
  return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), written.error)), status: 422 };
});

async function show(scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const { workspace } = messages(locale);
  const home = consultationHome(scope, engagement.id);
  const feedback = await findFeedback(engagement.id);
  return {
    title: workspace.feedback.title,
    crumbs: consultationCrumbs(scope),
    body: (
      <ConsultationFrame actor={scope.actor} locale={locale} engagement={engagement} home={home} now={now()} part="feedback" publicAddress={`/${locale}/${council.slug}/consultations/${engagement.slug}`}>
        <FeedbackPage
          locale={locale}
          welsh={council.welsh}
          feedback={feedback}
          form={form}
          seen={seenOf(textsOf(feedback))}
          mayWrite={can(actor, "engagement.give-feedback", engagement)}
          mayPublish={engagement.state === "decided" || engagement.state === "fed-back"}
        />
        {can(actor, "engagement.archive", engagement) ? (
          <ButtonRow>
            <ButtonLink look="line" href={`${home}/archive`}>
              {workspace.vote.archive}
            </ButtonLink>
          </ButtonRow>
        ) : null}
      </ConsultationFrame>
    ),
  };
}
