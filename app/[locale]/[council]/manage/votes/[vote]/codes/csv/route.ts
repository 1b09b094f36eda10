import { officerPage } from "#features/councils/respond.tsx";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { listBatches } from "#features/voting/access-codes/queries.ts";
import { countLines } from "#features/voting/access-codes/ui/code-lines.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteOfBallots(scope, params.vote);
  return csvResponse(`${vote.slug}-codes.csv`, countLines(scope.locale, await listBatches(scope, vote.id)));
});
