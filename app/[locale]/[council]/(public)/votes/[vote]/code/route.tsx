import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { deviceCookie, signsOf } from "#features/eligibility/claims/input.ts";
import { requestPath } from "#features/eligibility/claims/ui/request-path.ts";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { enterCode } from "#features/voting/access-codes/actions.ts";
import { codeRefusedPage, enterCodePage } from "#features/voting/access-codes/ui/enter-code-page.tsx";
import { voteAddresses } from "#features/voting/assisted/ui/ballot-place.ts";
import { closedPage, notOpenPage } from "#features/voting/assisted/ui/moments.tsx";
import { passCookies, readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { countVoters, getStanding } from "#features/voting/credentials/queries.ts";
import { now } from "#platform/clock.ts";
import { randomToken } from "#platform/random.ts";
import { networkKey } from "#platform/rate-limit.ts";

export const dynamic = "force-dynamic";

/** The vote, and the page that says so where no code opens a ballot now. */
async function findVote(scope: PublicScope, slug: string) {
  const vote = await getVoteAtHand(scope, slug);
  const place = { locale: scope.locale, council: scope.council, vote };
  const pollIds = vote.ballots.map(({ pollId }) => pollId);
  const phases = await Promise.all(pollIds.map(async (pollId) => (await getStanding(scope, pollId, null)).phase));
  if (phases.every((phase) => phase === "not-open")) return { place, over: notOpenPage(place) };
  if (phases.every((phase) => phase === "closed")) return { place, over: closedPage({ ...place, voters: await countVoters(scope, pollIds), unsent: false }) };
  return { place, over: null };
}

export const GET = publicPage<"vote">(async (scope, { params, request }) => {
  const { place, over } = await findVote(scope, params.vote);
  const headers = new Headers();
  for (const cookie of deviceCookie(request)) headers.append("Set-Cookie", cookie);
  return over ?? { ...enterCodePage({ ...place, form: EMPTY_FORM, once: randomToken() }), headers };
});

export const POST = publicForm<"vote">(async (scope, { values }, { params, request }) => {
  const { place, over } = await findVote(scope, params.vote);
  if (over) return over;
  const { ballots, id: voteId } = place.vote;
  const tokens = new Map(ballots.flatMap(({ pollId }): [string, string][] => {
    const { token } = readVoterSession(request, pollId);
    return token === null ? [] : [[pollId, token]];
  }));
  const asking = { exercise: place.vote, signs: signsOf(request), lastDay: londonDay(place.vote.closesAt ?? now()) };
  const entered = await enterCode({ scope, voteId, tokens, network: networkKey(request), asking }, values);
  if (!entered.ok) {
    const { error } = entered;
    if ("faults" in error) return enterCodePage({ ...place, form: error, once: randomToken() });
    return error.code === "stopped" ? goTo(requestPath(place, error.reference)) : codeRefusedPage({ ...place, refusal: error });
  }
  const { pollIds, token } = entered.value;
  const headers = new Headers();
  if (token !== null) for (const cookie of passCookies(pollIds, token)) headers.append("Set-Cookie", cookie);
  const at = voteAddresses(place);
  const theirs = ballots.filter(({ pollId }) => pollIds.includes(pollId));
  const [only] = theirs;
  return goTo(only && theirs.length === 1 ? at.ballotOf(only).ballot : at.start, headers);
});
