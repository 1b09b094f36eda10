import { publicPage } from "#features/councils/respond.tsx";
import { caseRows } from "#features/partnerships/open-data/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

/** Open data of pooled budgets; see docs/data/pooled-budgets.md. */
export const GET = publicPage(async (scope) => Promise.resolve(csvResponse(`${scope.council.slug}-pooled-budgets-cases.csv`, caseRows(scope))));
