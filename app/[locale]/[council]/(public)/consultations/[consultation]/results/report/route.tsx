import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getReport } from "#features/involvement/consultation-report/queries.ts";
import { ReportPage } from "#features/involvement/consultation-report/ui/report-page.tsx";
import { reportInWords } from "#features/involvement/consultation-report/ui/report-parts.ts";
import { getAnalysed } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"consultation">(async (scope, { params }) => {
  const { locale, council } = scope;
  const { id, slug, title } = await getAnalysed(scope, params.consultation);
  const report = reportInWords(locale, council, await getReport(scope, id));
  const t = messages(locale).consultationReport;
  const results = `/${locale}/${council.slug}/consultations/${slug}/results`;
  return {
    title: report.title,
    section: "results",
    crumbs: [
      { href: `/${locale}/${council.slug}`, text: messages(locale).site.haveYourSay },
      { href: results, text: messages(locale).analysis.resultsOf({ title: textIn(title, locale).text }) },
    ],
    body: (
      <ReportPage
        locale={locale}
        report={report}
        files={[
          { href: `${results}/report.docx`, text: t.docx },
          { href: `${results}/open.csv`, text: t.open },
          { href: `${results}/codebook.csv`, text: t.codebook },
        ]}
      />
    ),
  };
});
