import type { AnyScope } from "#domain/councils/scope.ts";
import type { BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { getStanding, type Standing } from "#features/voting/credentials/queries.ts";
import { findBallotWithHelp, type CastBallot } from "./cast-with-help.ts";

/** How a browser stands to a ballot: by what its two cookies open, each on its own side. */
export interface BrowserStanding extends Standing {
  /** The ballot its key holds; null where it has not voted. */
  readonly inBox: CastBallot | null;
  /** The ballot its key holds is somebody else's, who voted in this browser before: the holder of the pass has no mark. */
  readonly others: boolean;
}

/** Asks the side that knows people for the pass, and the side that must not for the ballot. 404 for another council's poll. */
export async function getBrowserStanding(scope: AnyScope, pollId: string, { token, key }: { readonly token: string | null; readonly key: BallotKey | null }): Promise<BrowserStanding> {
  const [standing, inBox] = await Promise.all([getStanding(scope, pollId, token), key === null ? null : findBallotWithHelp(scope, pollId, key)]);
  // No ballot without a mark before it: where the mark is missing, only a cast between the two readings could be the cause.
  const { hasPass, hasVoted } = inBox && standing.hasPass && !standing.hasVoted ? await getStanding(scope, pollId, token) : standing;
  return { ...standing, hasVoted, inBox, others: inBox !== null && hasPass && !hasVoted };
}
