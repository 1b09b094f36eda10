import { officerPage } from "#features/councils/respond.tsx";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { eachCode, getBatch } from "#features/voting/access-codes/queries.ts";
import { codeLines } from "#features/voting/access-codes/ui/code-lines.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote" | "batch">(async (scope, { params }) => {
  const vote = await getVoteOfBallots(scope, params.vote);
  const batch = await getBatch(scope, vote.id, params.batch);
  return csvResponse(`${vote.slug}-${batch.label}.csv`, codeLines(scope.locale, eachCode(scope, batch.id)));
});
