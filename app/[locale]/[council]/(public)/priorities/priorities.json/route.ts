import { publicPage } from "#features/councils/respond.tsx";
import { prioritiesJson } from "#features/priorities/open-data/queries.ts";
import { jsonFileResponse } from "#platform/files/json-response.ts";

/** Strategies, targets and readings as open data; see docs/data/priorities.md. */
export const GET = publicPage(async (scope) => Promise.resolve(jsonFileResponse(`${scope.council.slug}-priorities.json`, prioritiesJson(scope))));
