import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { tellOfChange } from "#features/involvement/following/actions.ts";
import { ChangesPage } from "#features/involvement/following/ui/after-publication.tsx";
import { listChanges } from "#features/involvement/queries.ts";
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
  const told = await tellOfChange({ scope, engagementId: params.consultation }, form.values);
  if (told.ok) return goTo(`${consultationHome(scope, params.consultation)}/changes`);
  return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), told.error)), status: 422 };
});

async function show(scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const home = consultationHome(scope, engagement.id);
  const t = messages(locale).conduct;
  return {
    title: t.changes.title,
    crumbs: consultationCrumbs(scope),
    body: (
      <ConsultationFrame actor={scope.actor} locale={locale} engagement={engagement} home={home} now={now()} part="changes" publicAddress={`/${locale}/${council.slug}/consultations/${engagement.slug}`}>
        {can(actor, "engagement.move-times", engagement) && engagement.closesAt && now() < engagement.closesAt ? (
          <ButtonRow>
            <ButtonLink look="line" href={`${home}/changes/times`}>
              {t.times.link}
            </ButtonLink>
          </ButtonRow>
        ) : null}
        <ChangesPage locale={locale} welsh={council.welsh} changes={await listChanges(engagement.id)} form={form} once={randomId()} mayList={can(actor, "engagement.list-change", undefined)} />
      </ConsultationFrame>
    ),
  };
}
