import { mayAnalyse } from "#features/consultations/analysis/queries.ts";
import { answerRows } from "#features/consultations/answer-files/queries.ts";
import { takeAnswers } from "#features/consultations/answer-files/actions.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  mayAnalyse(scope);
  const { slug, consultation } = await getConsultationForOfficers(scope, params.consultation);
  await takeAnswers(scope, consultation.id, "csv");
  return csvResponse(`${slug}-answers.csv`, answerRows(scope, consultation.id));
});
