import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { findDownload } from "#features/voting/results/queries.ts";
import { fileResponse } from "#platform/file-response.ts";

export const GET = publicPage<"vote" | "pot">(async (scope, { params, request }) => {
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const file = found(await findDownload(scope, pot.pollId, "projects.csv"), "download");
  return fileResponse({ ...file, name: `${vote.slug}-${pot.slug}-projects.csv` }, request);
});
