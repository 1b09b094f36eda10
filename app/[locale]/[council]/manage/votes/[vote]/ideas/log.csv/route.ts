import { listModeration } from "#features/budgeting/ideas/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

/** Everything moderators did and were told about the ideas of one vote, the newest first. */
export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  const log = await listModeration(scope, vote.programme.id);
  async function* rows() {
    yield ["at", "idea", "title", "act", "reason", "note", "by"];
    for (const { at, number, title, act, reason, note, by } of log) yield [at.toISOString(), number, title.en || title.cy, act, reason, note, by];
  }
  return csvResponse(`${scope.council.slug}-${vote.slug}-moderation.csv`, rows());
});
