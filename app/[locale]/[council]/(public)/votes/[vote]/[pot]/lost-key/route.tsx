import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { getStanding } from "#features/voting/credentials/queries.ts";
import { askToBeginAgain } from "#features/voting/reissues/actions.ts";
import { findOwnReissue } from "#features/voting/reissues/queries.ts";
import { lostKeyPage } from "#features/voting/reissues/ui/lost-key-page.tsx";

export const dynamic = "force-dynamic";

export const GET = publicPage<"vote" | "pot">((scope, { params, request }) => show(scope, params, request, EMPTY_FORM));

export const POST = publicForm<"vote" | "pot">(async (scope, { values }, { params, path, request }) => {
  const { ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const { token } = readVoterSession(request, ballot.pollId);
  const asked = await askToBeginAgain({ scope, pollId: ballot.pollId, token }, values);
  return asked.ok ? goTo(path) : show(scope, params, request, asked.error);
});

async function show(scope: PublicScope, params: { readonly vote: string; readonly pot: string }, request: Request, form: RefusedForm) {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const { token } = readVoterSession(request, ballot.pollId);
  const [own, { phase }] = await Promise.all([findOwnReissue(scope, ballot.pollId, token), getStanding(scope, ballot.pollId, token)]);
  return { ...lostKeyPage({ locale: scope.locale, council: scope.council, vote, ballot, own, open: phase === "open", form }), headers: { "Cache-Control": "private, no-store" } };
}
