import { publicPage } from "#features/councils/respond.tsx";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { listFingerprints } from "#features/voting/ballot-box/queries.ts";
import { voteSecrecyPage } from "#features/voting/ballot-box/ui/vote-secrecy.tsx";

/** How votes stay secret, and how to check it; and what it is not. */
export const GET = publicPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const fingerprints = await listFingerprints(scope, vote.ballots.map(({ pollId }) => pollId));
  return voteSecrecyPage({ locale: scope.locale, council: scope.council, vote, fingerprints });
});
