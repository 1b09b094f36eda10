import { publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { ballotStylesheet } from "#features/voting/assisted/ui/ballot-page.tsx";
import { getBallotPaper } from "#features/voting/polls/queries.ts";

/** How this ballot adds up in the browser. The paper is frozen and its fingerprint stands in the address, so it is kept for good. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const { ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const css = ballotStylesheet(await getBallotPaper(scope, ballot.pollId), scope.locale);
  return new Response(css, { headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff" } });
});
