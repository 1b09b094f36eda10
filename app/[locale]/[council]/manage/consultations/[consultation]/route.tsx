import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeReadiness } from "#domain/involvement/readiness.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { sendDraft } from "#features/involvement/approval/actions.ts";
import { countResponses } from "#features/involvement/consulting/queries.ts";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { ConsultationOverview } from "#features/involvement/consulting/ui/consultation-pages.tsx";
import { asDraft, getConsultationForOfficers, listSubmissions, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params, query }) => show(scope, await getConsultationForOfficers(scope, params.consultation), EMPTY_FORM, query.has("saved")));

/** Sends the draft for approval. */
export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const sent = await sendDraft({ scope, engagementId: params.consultation }, form.values);
  if (sent.ok) return goTo(`${consultationHome(scope, params.consultation)}/approval`);
  return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), sent.error, false)), status: 422 };
});

async function show(scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm, saved: boolean) {
  const { locale, council, actor } = scope;
  const at = { locale, engagement, home: consultationHome(scope, engagement.id) };
  return {
    title: textIn(engagement.texts.title, locale).text,
    crumbs: consultationCrumbs(scope),
    body: (
      <ConsultationFrame actor={scope.actor} {...at} part="overview" publicAddress={`/${locale}/${council.slug}/consultations/${engagement.slug}`} now={now()}>
        <ConsultationOverview
          {...at}
          readiness={judgeReadiness(asDraft(scope, engagement), now())}
          latest={(await listSubmissions(engagement.id))[0] ?? null}
          form={form}
          responses={await countResponses(scope, engagement.consultation.id)}
          maySend={can(actor, "engagement.send-for-approval", engagement)}
          mayPublish={can(actor, "engagement.publish", engagement)}
          saved={saved}
          maySee={can(actor, "responses.see", null)}
          now={now()}
        />
      </ConsultationFrame>
    ),
  };
}
