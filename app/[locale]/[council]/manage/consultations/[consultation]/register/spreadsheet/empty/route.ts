import { emptySheet } from "#features/consultations/paper-sheets/queries.ts";
import { mayEnterResponses } from "#features/consultations/register/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";
import { xlsxResponse } from "#platform/files/sheet-response.ts";

export const dynamic = "force-dynamic";

/** The empty table to write paper responses into: `?as=xlsx` or CSV. */
export const GET = officerPage<"consultation">(async (scope, { params, query }) => {
  mayEnterResponses(scope);
  const { slug, consultation } = await getConsultationForOfficers(scope, params.consultation);
  const rows = emptySheet(scope, consultation.id);
  return query.get("as") === "xlsx" ? xlsxResponse(`${slug}-paper.xlsx`, rows) : csvResponse(`${slug}-paper.csv`, rows);
});
