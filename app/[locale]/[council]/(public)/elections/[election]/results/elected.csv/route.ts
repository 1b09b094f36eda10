import { publicPage } from "#features/councils/respond.tsx";
import { listContestResults } from "#features/elections/results/queries.ts";
import { electedTable } from "#features/elections/results/ui/elected-data.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

/** Who was elected in each contest that is decided, with a vote or without one, as open data. */
export const GET = publicPage<"election">(async (scope, { params }) => {
  const { election, slug } = await getElectionInView(scope, params.election);
  const results = await listContestResults(scope, election);
  async function* rows() {
    yield* electedTable(results);
  }
  return csvResponse(`${slug}-elected.csv`, rows());
});
