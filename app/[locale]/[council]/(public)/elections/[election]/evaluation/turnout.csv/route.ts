import { publicPage } from "#features/councils/respond.tsx";
import { getYearOfElection } from "#features/involvement/election-evaluation/queries.ts";
import { turnoutTable } from "#features/involvement/election-evaluation/ui/turnout-data.ts";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

/** Turnout by area of an election and of earlier ones of its kind, as open data; small numbers are empty and say so. */
export const GET = publicPage<"election">(async (scope, { params }) => {
  const { election, engagementId, slug } = await getElectionInView(scope, params.election);
  const { years } = await getYearOfElection(scope, { engagementId, template: election.template });
  async function* rows() {
    yield* turnoutTable(years);
  }
  return csvResponse(`${slug}-turnout.csv`, rows());
});
