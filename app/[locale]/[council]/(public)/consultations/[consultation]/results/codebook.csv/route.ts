import { openCodebookRows } from "#features/consultations/answer-files/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getAnalysed } from "#features/involvement/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

/** What every column of the open data means. */
export const GET = publicPage<"consultation">(async (scope, { params }) => {
  const { slug, consultationId } = await getAnalysed(scope, params.consultation);
  return csvResponse(`${slug}-codebook.csv`, openCodebookRows(scope, consultationId));
});
