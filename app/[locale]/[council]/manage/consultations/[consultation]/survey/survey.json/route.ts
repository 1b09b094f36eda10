import { writeSurveyFile } from "#domain/consultations/survey-file.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";

export const dynamic = "force-dynamic";

/** The survey as it is being written, as a file that any council can read in. */
export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  authorise(scope, "engagement.see-draft", engagement);
  return new Response(writeSurveyFile(engagement.consultation.draft), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="${engagement.slug}-survey.json"`, "Cache-Control": "private, no-store" },
  });
});
