import { publicPage } from "#features/councils/respond.tsx";
import { pooledBudgetsJson } from "#features/partnerships/open-data/queries.ts";
import { jsonFileResponse } from "#platform/files/json-response.ts";

/** Open data of pooled budgets; see docs/data/pooled-budgets.md. */
export const GET = publicPage(async (scope) => Promise.resolve(jsonFileResponse(`${scope.council.slug}-pooled-budgets.json`, pooledBudgetsJson(scope))));
