import { judgeReadiness } from "#domain/involvement/readiness.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { ReadinessPage } from "#features/involvement/approval/ui/readiness.tsx";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { asDraft, getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const { locale, council } = scope;
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const at = { locale, home: consultationHome(scope, engagement.id), now: now() };
  return {
    title: messages(locale).workspace.readiness.title,
    crumbs: consultationCrumbs(scope),
    body: (
      <ConsultationFrame actor={scope.actor} {...at} engagement={engagement} part="readiness" publicAddress={`/${locale}/${council.slug}/consultations/${engagement.slug}`}>
        <ReadinessPage {...at} vote={engagement} readiness={judgeReadiness(asDraft(scope, engagement), at.now)} />
      </ConsultationFrame>
    ),
  };
});
