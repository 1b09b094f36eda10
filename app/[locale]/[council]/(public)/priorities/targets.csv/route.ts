import { publicPage } from "#features/councils/respond.tsx";
import { targetRows } from "#features/priorities/open-data/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

/** Every target as open data; see docs/data/priorities.md. */
export const GET = publicPage(async (scope) => Promise.resolve(csvResponse(`${scope.council.slug}-targets.csv`, targetRows(scope))));
