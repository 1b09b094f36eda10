import { eachFault, getImport } from "#features/councils/imports/queries.ts";
import { faultRows } from "#features/councils/imports/ui/faults-csv.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { csvResponse } from "#platform/files/csv-response.ts";

export const GET = officerPage<"import">(async (scope, visit) => {
  const seen = await getImport(scope, visit.params.import);
  return csvResponse(`${seen.fileName}-faults.csv`, faultRows(scope.locale, seen, eachFault(seen)));
});
