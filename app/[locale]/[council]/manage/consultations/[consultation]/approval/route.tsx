import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { differences } from "#domain/involvement/submission.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { approveDraft, giveBack, passQuality } from "#features/involvement/approval/actions.ts";
import { Hands, QualityCheck } from "#features/involvement/approval/ui/quality-check.tsx";
import { ApprovalPage } from "#features/involvement/approval/ui/approval.tsx";
import { getConsultationForOfficers, listAreaChoices, listSubmissions, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => show(scope, await getConsultationForOfficers(scope, params.consultation), EMPTY_FORM));

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const home = consultationHome(scope, params.consultation);
  if (form.values["answer"]?.[0] === "approved") {
    const approved = await approveDraft({ scope, engagementId: params.consultation }, form.values);
    if (approved.ok) return goTo(home);
    return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), approved.error)), status: 422 };
  }
  if (form.values["answer"]?.[0] === "checked") {
    const checked = await passQuality({ scope, engagementId: params.consultation }, form.values);
    if (checked.ok) return goTo(`${home}/approval`);
    return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), checked.error)), status: 422 };
  }
  const given = await giveBack({ scope, engagementId: params.consultation }, form.values);
  if (given.ok) return goTo(home);
  return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), given.error)), status: 422 };
});

async function show(scope: ActorScope, vote: ConsultationEngagement, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const submissions = await listSubmissions(vote.id);
  const [latest, before] = submissions;
  const ownWork = vote.authorId === actor.personId || latest?.sentById === actor.personId;
  const checkedIt = latest?.checkedById === actor.personId;
  const mayCheck = can(actor, "engagement.check-quality", vote) && !ownWork;
  const at = { locale, vote, home: consultationHome(scope, vote.id), now: now() };
  return {
    title: messages(locale).workspace.approval.title,
    crumbs: consultationCrumbs(scope),
    body: (
      <ConsultationFrame actor={scope.actor} {...at} engagement={vote} part="approval" publicAddress={`/${locale}/${council.slug}/consultations/${vote.slug}`}>
        <Hands locale={locale} engagement={vote} latest={latest ?? null} publisher={vote.publishedBy} />
        {vote.state === "in-review" && latest ? <QualityCheck locale={locale} latest={latest} form={form} may={mayCheck} own={ownWork} /> : null}
        <ApprovalPage
          locale={locale}
          home={at.home}
          previewAt="survey/preview"
          submissions={submissions}
          differences={latest && before ? differences(before.content, latest.content) : []}
          areas={await listAreaChoices(scope)}
          form={form}
          waiting={vote.state === "in-review"}
          may={{ approve: can(actor, "engagement.approve", vote) && !ownWork && !checkedIt && latest?.checkedById != null, sendBack: can(actor, "engagement.send-back", vote) || mayCheck, ownWork }}
        />
      </ConsultationFrame>
    ),
  };
}
