import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { findReceiptFile } from "#features/voting/assisted/queries.ts";
import { readVoterSession } from "#features/voting/assisted/voter-session.ts";

export const dynamic = "force-dynamic";

/** The receipt of the ballot this browser cast without a script, as a file that the verifier reads. It does not show the choice. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params, request }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const { key } = readVoterSession(request, ballot.pollId);
  const content = found(key === null ? null : await findReceiptFile(scope, ballot.pollId, key), "receipt");
  return new Response(content, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="receipt-${vote.slug}.json"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
});
