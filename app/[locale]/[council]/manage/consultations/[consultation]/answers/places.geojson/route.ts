import { mayAnalyse } from "#features/consultations/analysis/queries.ts";
import { takeAnswers } from "#features/consultations/answer-files/actions.ts";
import { marksGeoJson } from "#features/consultations/map-answers/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { jsonFileResponse } from "#platform/files/json-response.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  mayAnalyse(scope);
  const { slug, consultation } = await getConsultationForOfficers(scope, params.consultation);
  await takeAnswers(scope, consultation.id, "geojson");
  return jsonFileResponse(`${slug}-places.geojson`, marksGeoJson(scope, consultation.id));
});
