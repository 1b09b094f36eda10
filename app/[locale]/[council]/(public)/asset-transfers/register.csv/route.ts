import { assetRows } from "#features/asset-transfers/ui/open-data.ts";
import { listAssets } from "#features/asset-transfers/assets/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage(async (scope) => csvResponse(`${scope.council.slug}-land-and-buildings.csv`, assetRows(await listAssets(scope))));
