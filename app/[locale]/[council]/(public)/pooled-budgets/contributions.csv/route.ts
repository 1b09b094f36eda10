import { publicPage } from "#features/councils/respond.tsx";
import { contributionRows } from "#features/partnerships/open-data/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

/** Open data of pooled budgets; see docs/data/pooled-budgets.md. */
export const GET = publicPage(async (scope) => Promise.resolve(csvResponse(`${scope.council.slug}-pooled-budgets-contributions.csv`, contributionRows(scope))));
