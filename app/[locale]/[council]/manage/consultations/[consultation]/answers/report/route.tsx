import { mayAnalyse } from "#features/consultations/analysis/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getReport } from "#features/involvement/consultation-report/queries.ts";
import { ReportPage } from "#features/involvement/consultation-report/ui/report-page.tsx";
import { reportInWords } from "#features/involvement/consultation-report/ui/report-parts.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** The report as it will be published, before it is. */
export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const { locale, council } = scope;
  mayAnalyse(scope);
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const report = reportInWords(locale, council, await getReport(scope, engagement.id));
  const answers = `${consultationHome(scope, engagement.id)}/answers`;
  return {
    title: report.title,
    crumbs: [...consultationCrumbs(scope, engagement), { href: answers, text: messages(locale).analysis.title }],
    body: (
      <ReportPage
        locale={locale}
        report={report}
        files={[
          { href: `${answers}/report.docx`, text: messages(locale).consultationReport.docx },
          { href: `${answers}/codebook.csv`, text: messages(locale).consultationReport.codebook },
        ]}
      />
    ),
  };
});
