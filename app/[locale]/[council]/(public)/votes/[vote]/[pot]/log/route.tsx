import { publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { getSecretPath } from "#features/voting/assisted/queries.ts";
import { readLogGrowth } from "#features/voting/ballot-box/queries.ts";
import { logGrowthPage } from "#features/voting/ballot-box/ui/log-growth.tsx";

/** How the log of one ballot has grown, and everything in it to download. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const [growth, path] = await Promise.all([readLogGrowth(scope, ballot.pollId), getSecretPath(scope, ballot.pollId, null)]);
  return logGrowthPage({ locale: scope.locale, council: scope.council, vote, ballot, growth, files: `${path?.box ?? "/box"}/polls/${ballot.pollId}` });
});
