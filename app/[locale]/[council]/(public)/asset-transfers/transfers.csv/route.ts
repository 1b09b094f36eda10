import { listTransferLines } from "#features/asset-transfers/queries.ts";
import { transferRows } from "#features/asset-transfers/ui/open-data.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage(async (scope) => csvResponse(`${scope.council.slug}-asset-transfers.csv`, transferRows(await listTransferLines(scope))));
