import { pageAsked } from "#domain/basics/page-asked.ts";
import { findAsked, mayAnalyse } from "#features/consultations/analysis/queries.ts";
import { listSentFiles } from "#features/consultations/sent-files/queries.ts";
import { SentFilesPage } from "#features/consultations/sent-files/ui/sent-files.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params, query }) => {
  mayAnalyse(scope);
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const { consultation } = engagement;
  const answers = `${consultationHome(scope, engagement.id)}/answers`;
  const page = pageAsked(query.get("page"));
  const [listed, asked] = await Promise.all([listSentFiles(scope, consultation.id, page), findAsked(scope, consultation.id)]);
  return {
    title: messages(scope.locale).sentFiles.title,
    query: query.toString(),
    crumbs: [...consultationCrumbs(scope, engagement), { href: answers, text: messages(scope.locale).analysis.title }],
    body: <SentFilesPage locale={scope.locale} address={`${answers}/files`} listed={listed} questions={asked.questions} scanner={env().SCAN_COMMAND !== undefined} />,
  };
});
