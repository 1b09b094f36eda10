import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { findDownload } from "#features/voting/results/queries.ts";
import { fileResponse } from "#platform/file-response.ts";

export const GET = publicPage<"election" | "contest">(async (scope, { params, request }) => {
  const { election, slug } = await getElectionInView(scope, params.election);
  const contest = found(election.contests.find((each) => each.slug === params.contest), "contest");
  const file = found(await findDownload(scope, contest.pollId, "candidates.csv"), "download");
  return fileResponse({ ...file, name: `${slug}-${contest.slug}-candidates.csv` }, request);
});
