import { publicPage } from "#features/councils/respond.tsx";
import { wantedDuty } from "#features/involvement/duty/input.ts";
import { yearWords } from "#features/involvement/duty/ui/words.ts";
import { getYearlyReport } from "#features/involvement/yearly-report/queries.ts";
import { ReportPage } from "#features/involvement/yearly-report/ui/report-page.tsx";
import { reportSheet } from "#features/involvement/yearly-report/ui/report-sheet.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { remembered } from "#platform/plain-page/remembered.ts";

export const GET = remembered(publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const home = `/${locale}/${council.slug}`;
  const at = now();
  const { year } = wantedDuty(query, at);
  const report = await getYearlyReport(scope, year);
  const sheet = reportSheet({ locale, council: council.name, home, report, now: at });
  return {
    title: sheet.title,
    section: "involving",
    layout: query.has("print") ? "task" : "public",
    scripts: ["print"],
    description: sheet.lead,
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/involving-you`, text: t.duty.public.title },
    ],
    query: query.toString(),
    body: <ReportPage sheet={sheet} home={home} year={year} years={report.duty.years.map((each) => ({ year: each, words: yearWords(locale, each) }))} />,
  };
}));
