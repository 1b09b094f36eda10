import { publicPage } from "#features/councils/respond.tsx";
import { getReport } from "#features/involvement/consultation-report/queries.ts";
import { reportFile } from "#features/involvement/consultation-report/ui/report-file.ts";
import { getAnalysed } from "#features/involvement/queries.ts";
import { fileResponse } from "#platform/file-response.ts";
import { sha256 } from "#platform/keys.ts";

/** The report as a Word document, in both languages, the reader's first. */
export const GET = publicPage<"consultation">(async (scope, { params, request }) => {
  const { id } = await getAnalysed(scope, params.consultation);
  const { says, ...file } = reportFile(scope, await getReport(scope, id));
  return fileResponse({ ...file, sha256: sha256(says).toString("hex") }, request);
});
