import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { getBrowserStanding } from "#features/voting/assisted/queries.ts";
import { readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { askToBeginAgain } from "#features/voting/reissues/actions.ts";
import { findOwnReissue } from "#features/voting/reissues/queries.ts";
import { lostKeyPage } from "#features/voting/reissues/ui/lost-key-page.tsx";

export const dynamic = "force-dynamic";

export const GET = publicPage<"vote" | "pot">((scope, { params, request }) => show(scope, params, request, EMPTY_FORM));

export const POST = publicForm<"vote" | "pot">(async (scope, { values }, { params, path, request }) => {
  const { ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const session = readVoterSession(request, ballot.pollId);
  const { inBox, others } = await getBrowserStanding(scope, ballot.pollId, session);
  // This very browser cast: its key is not lost.
  if (inBox && !others) return goTo(path);
  const asked = await askToBeginAgain({ scope, pollId: ballot.pollId, token: session.token }, values);
  return asked.ok ? goTo(path) : show(scope, params, request, asked.error);
});

async function show(scope: PublicScope, params: { readonly vote: string; readonly pot: string }, request: Request, form: RefusedForm) {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const session = readVoterSession(request, ballot.pollId);
  const [found, { phase, inBox, others }] = await Promise.all([findOwnReissue(scope, ballot.pollId, session.token), getBrowserStanding(scope, ballot.pollId, session)]);
  const castHere = inBox !== null && !others;
  return { ...lostKeyPage({ locale: scope.locale, council: scope.council, vote, ballot, own: found, castHere, open: phase === "open", form }), headers: { "Cache-Control": "private, no-store" } };
}
