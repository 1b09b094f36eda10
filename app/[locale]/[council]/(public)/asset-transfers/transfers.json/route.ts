import { listTransferLines } from "#features/asset-transfers/queries.ts";
import { transferJson } from "#features/asset-transfers/ui/open-data.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { jsonFileResponse } from "#platform/files/json-response.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage(async (scope) => jsonFileResponse(`${scope.council.slug}-asset-transfers.json`, transferJson(await listTransferLines(scope))));
