import { textIn } from "#domain/basics/bilingual.ts";
import { compare, countQuestions, countResponses, findAsked, mayAnalyse, readNarrowed } from "#features/consultations/analysis/queries.ts";
import { AnalysisPage } from "#features/consultations/analysis/ui/analysis-page.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params, query }) => {
  const { locale, council } = scope;
  mayAnalyse(scope);
  const { id, texts, consultation } = await getConsultationForOfficers(scope, params.consultation);
  const asked = await findAsked(scope, consultation.id);
  const narrowed = readNarrowed(query);
  const wanted = { rows: query.get("rows") ?? "", columns: query.get("columns") ?? "", hide: query.get("hide") !== "no" };
  const totals = await countResponses(scope, consultation.id, narrowed);
  const desk = `/${locale}/${council.slug}/manage`;
  return {
    title: messages(locale).analysis.title,
    crumbs: [{ href: desk, text: messages(locale).workspace.today.title }],
    query: query.toString(),
    body: (
      <AnalysisPage
        locale={locale}
        title={textIn(texts.title, locale).text}
        address={`${desk}/consultations/${id}/answers`}
        asked={asked}
        totals={totals}
        narrowed={narrowed}
        questions={await countQuestions(scope, consultation.id, asked, narrowed)}
        wanted={wanted}
        found={await compare(scope, consultation.id, asked, wanted, narrowed)}
      />
    ),
  };
});
