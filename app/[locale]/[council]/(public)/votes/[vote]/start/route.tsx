import { EMPTY_FORM, typed } from "#domain/basics/fault.ts";
import { findSignedIn } from "#features/accounts/session.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { tooManyPage } from "#features/councils/ui/notices.tsx";
import { deviceCookie, signsOf } from "#features/eligibility/claims/input.ts";
import { requestPath } from "#features/eligibility/claims/ui/request-path.ts";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { getBrowserStanding } from "#features/voting/assisted/queries.ts";
import { passCookies, readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { voteAddresses } from "#features/voting/assisted/ui/ballot-place.ts";
import { alreadyVotedPage, closedPage, notOpenPage } from "#features/voting/assisted/ui/moments.tsx";
import { askForOfficer, askToVote } from "#features/voting/credentials/actions.ts";
import { countVoters, getElectoratesOfVote } from "#features/voting/credentials/queries.ts";
import { refusedPage } from "#features/voting/credentials/ui/refused-page.tsx";
import { beforeYouVotePage, findBallotPage, yourBallotsPage } from "#features/voting/credentials/ui/start-page.tsx";
import { askedOfficerPage, unmatchedPage } from "#features/voting/credentials/ui/unmatched-page.tsx";

/** The number by which requests from one browser know each other today, for a browser that has none. */
function deviceHeaders(request: Request): Headers {
  const headers = new Headers();
  for (const cookie of deviceCookie(request)) headers.append("Set-Cookie", cookie);
  return headers;
}

export const GET = publicPage<"vote">(async (scope, { params, query, request }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const place = { locale: scope.locale, council: scope.council, vote };
  const at = voteAddresses(place);
  const standings = await Promise.all(
    vote.ballots.map(async (ballot) => ({ ballot, ...(await getBrowserStanding(scope, ballot.pollId, readVoterSession(request, ballot.pollId))) })),
  );
  if (standings.every(({ phase }) => phase === "not-open")) return notOpenPage(place);
  if (standings.every(({ phase }) => phase === "closed")) return closedPage({ ...place, voters: await countVoters(scope, vote.ballots.map(({ pollId }) => pollId)), unsent: false });

  const pot = vote.ballots.find(({ slug }) => slug === query.get("pot"));
  const theirs = standings.filter(({ hasPass, inBox }) => hasPass || inBox).map(({ ballot, hasVoted, inBox, others }) => ({ ballot, voted: hasVoted || (inBox !== null && !others) }));
  const again = query.get("again") === "1" || (pot !== undefined && !theirs.some(({ ballot }) => ballot === pot));
  if (theirs.length > 0 && !again) return yourBallotsPage({ ...place, ballots: theirs });

  const [person, electorates] = await Promise.all([findSignedIn(request), getElectoratesOfVote(scope, vote)]);
  const { asked, names } = electorates;
  if (person) return { ...findBallotPage({ ...place, email: person.email, asked, pollingDay: names.pollingDay, pot: pot?.slug ?? "", form: EMPTY_FORM }), headers: deviceHeaders(request) };
  return beforeYouVotePage({ ...place, electorates, next: pot ? at.ballotOf(pot).start : at.start });
});

export const POST = publicForm<"vote">(async (scope, { values }, { params, request }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const place = { locale: scope.locale, council: scope.council, vote };
  const at = voteAddresses(place);
  const person = await findSignedIn(request);
  if (!person) return goTo(at.start);
  const { ballots, asked, names } = await getElectoratesOfVote(scope, vote);
  const slug = typed({ values, faults: [] }, "pot");
  const pot = ballots.find(({ ballot }) => ballot.slug === slug);
  const answer = await askToVote({ scope, person, asked, polls: ballots.map(({ ballot, electorateId }) => ({ pollId: ballot.pollId, electorateId })), asking: { exercise: vote, signs: signsOf(request) } }, values);
  if (!answer.ok) {
    if (answer.error === "too-many-tries") return { ...tooManyPage(scope.locale), status: 429, layout: "task" };
    if (answer.error !== "unmatched") return findBallotPage({ ...place, email: person.email, asked, pollingDay: names.pollingDay, pot: pot?.ballot.slug ?? "", form: answer.error });
    if (typed({ values, faults: [] }, "ask") !== "officer") return unmatchedPage({ ...place, values });
    await askForOfficer({ scope, person, asked, voteSlug: vote.slug }, values);
    return askedOfficerPage({ ...place, email: person.email });
  }
  const { token, decisions, lookedUp, votedElsewhere, stopped } = answer.value;
  if (stopped !== null) return goTo(requestPath(place, stopped), deviceHeaders(request));
  const elsewhere = ballots.find(({ ballot }) => ballot.pollId === votedElsewhere);
  if (elsewhere) return alreadyVotedPage({ ...place, ballot: elsewhere.ballot });
  const theirs = ballots.filter(({ ballot }) => decisions.some(({ pollId, against }) => pollId === ballot.pollId && against.length === 0)).map(({ ballot }) => ballot);
  const headers = deviceHeaders(request);
  if (token !== null) for (const cookie of passCookies(theirs.map(({ pollId }) => pollId), token)) headers.append("Set-Cookie", cookie);

  const wanted = pot ?? (theirs.length === 0 ? ballots[0] : undefined);
  if (wanted && !theirs.includes(wanted.ballot)) {
    const against = decisions.find(({ pollId }) => pollId === wanted.ballot.pollId)?.against ?? [];
    return {
      ...refusedPage({
        ...place,
        ballot: pot?.ballot ?? null,
        against,
        claim: lookedUp.claim,
        names: (await getElectoratesOfVote(scope, vote, lookedUp.claim)).names,
        instead: theirs,
      }),
      headers,
    };
  }
  const only = pot?.ballot ?? (theirs.length === 1 ? theirs[0] : undefined);
  return goTo(only ? at.ballotOf(only).ballot : at.start, headers);
});
