import { authorise } from "#domain/policy/authorise.ts";
import { getReviewSheet } from "#features/budgeting/feasibility/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params, query }) => {
  authorise(scope, "reviews.see", null);
  const vote = await getVoteForOfficers(scope, params.vote);
  return getReviewSheet(scope, vote.programme.id, { name: `${vote.slug}-proposals`, as: query.get("as") === "xlsx" ? "xlsx" : "csv" });
});
