import { mayAnalyse } from "#features/consultations/analysis/queries.ts";
import { getWrittenQuestion, listAlike } from "#features/consultations/coding/queries.ts";
import { AlikePage } from "#features/consultations/coding/ui/alike-page.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation" | "question">(async (scope, { params, path }) => {
  mayAnalyse(scope);
  const { locale } = scope;
  const { consultation } = await getConsultationForOfficers(scope, params.consultation);
  const question = await getWrittenQuestion(scope, consultation.id, params.question);
  const back = path.replace(/\/alike$/, "");
  return {
    title: messages(locale).coding.alike.title,
    crumbs: [{ href: back, text: messages(locale).coding.themes }],
    body: <AlikePage locale={locale} groups={await listAlike(scope, consultation.id, question.code)} back={back} />,
  };
});
