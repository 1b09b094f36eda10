import { mayAnalyse } from "#features/consultations/analysis/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getReport } from "#features/involvement/consultation-report/queries.ts";
import { reportFile } from "#features/involvement/consultation-report/ui/report-file.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { fileResponse } from "#platform/file-response.ts";
import { sha256 } from "#platform/keys.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params, request }) => {
  mayAnalyse(scope);
  const { id } = await getConsultationForOfficers(scope, params.consultation);
  const { says, ...file } = reportFile(scope, await getReport(scope, id));
  return fileResponse({ ...file, sha256: sha256(says).toString("hex"), confidential: true }, request);
});
