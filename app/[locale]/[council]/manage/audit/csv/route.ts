import { eachAct, readTrailQuery } from "#features/audit/queries.ts";
import { trailRows } from "#features/audit/ui/trail-csv.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { authorise } from "#domain/policy/authorise.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const GET = officerPage(async (scope, visit) => {
  // Before the answer begins: a refusal in the middle of a file is no refusal.
  authorise(scope, "audit.read", null);
  return csvResponse(`${scope.council.slug}-audit.csv`, trailRows(scope.locale, eachAct(scope, readTrailQuery(visit.query).filter)));
});
