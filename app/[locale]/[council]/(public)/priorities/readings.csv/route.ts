import { publicPage } from "#features/councils/respond.tsx";
import { readingRows } from "#features/priorities/open-data/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

/** Every quarter's reading as open data; see docs/data/priorities.md. */
export const GET = publicPage(async (scope) => Promise.resolve(csvResponse(`${scope.council.slug}-readings.csv`, readingRows(scope))));
