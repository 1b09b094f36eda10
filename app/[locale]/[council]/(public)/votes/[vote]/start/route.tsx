import { EMPTY_FORM, typed } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { VoteAtHand } from "#domain/voting/vote-at-hand.ts";
import { findSignedIn } from "#features/accounts/session.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { tooManyPage } from "#features/councils/ui/notices.tsx";
import { getElectorate, namesOfAreas } from "#features/eligibility/queries.ts";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { getBrowserStanding } from "#features/voting/assisted/queries.ts";
import { passCookies, readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { voteAddresses } from "#features/voting/assisted/ui/ballot-place.ts";
import { alreadyVotedPage, closedPage, notOpenPage } from "#features/voting/assisted/ui/moments.tsx";
import { askToVote } from "#features/voting/credentials/actions.ts";
import { countVoters } from "#features/voting/credentials/queries.ts";
import { refusedPage } from "#features/voting/credentials/ui/refused-page.tsx";
import { beforeYouVotePage, findBallotPage, yourBallotsPage } from "#features/voting/credentials/ui/start-page.tsx";
import { getBallotPaper } from "#features/voting/polls/queries.ts";

/** Every ballot of the vote with who may have it, and what must be asked to find out. */
async function electoratesOf(scope: PublicScope, vote: VoteAtHand) {
  const ballots = await Promise.all(
    vote.ballots.map(async (ballot) => {
      const { electorateId } = await getBallotPaper(scope, ballot.pollId);
      return { ballot, electorateId, electorate: await getElectorate(scope, electorateId) };
    }),
  );
  const electorates = ballots.map(({ electorate }) => electorate);
  const asked = {
    postcode: electorates.some(({ identityLevel, areaIds }) => identityLevel >= 2 || areaIds.length > 0),
    age: electorates.some(({ minAge, maxAge }) => minAge !== null || maxAge !== null),
  };
  return { ballots, electorates, asked };
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

  const [person, { electorates, asked }] = await Promise.all([findSignedIn(request), electoratesOf(scope, vote)]);
  if (person) return findBallotPage({ ...place, email: person.email, asked, pot: pot?.slug ?? "", form: EMPTY_FORM });
  const areaNames = await namesOfAreas(scope, electorates.flatMap(({ areaIds }) => areaIds));
  return beforeYouVotePage({ ...place, who: { electorates, areaNames }, next: pot ? at.ballotOf(pot).start : at.start });
});

export const POST = publicForm<"vote">(async (scope, { values }, { params, request }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const place = { locale: scope.locale, council: scope.council, vote };
  const at = voteAddresses(place);
  const person = await findSignedIn(request);
  if (!person) return goTo(at.start);
  const { ballots, asked } = await electoratesOf(scope, vote);
  const slug = typed({ values, faults: [] }, "pot");
  const pot = ballots.find(({ ballot }) => ballot.slug === slug);
  const answer = await askToVote({ scope, person, asked, polls: ballots.map(({ ballot, electorateId }) => ({ pollId: ballot.pollId, electorateId })) }, values);
  if (!answer.ok) {
    if (answer.error === "too-many-tries") return { ...tooManyPage(scope.locale), status: 429, layout: "task" };
    return findBallotPage({ ...place, email: person.email, asked, pot: pot?.ballot.slug ?? "", form: answer.error });
  }
  const { token, area, decisions, answers, votedElsewhere } = answer.value;
  const elsewhere = ballots.find(({ ballot }) => ballot.pollId === votedElsewhere);
  if (elsewhere) return alreadyVotedPage({ ...place, ballot: elsewhere.ballot });
  const theirs = ballots.filter(({ ballot }) => decisions.some(({ pollId, against }) => pollId === ballot.pollId && against.length === 0)).map(({ ballot }) => ballot);
  const headers = new Headers();
  if (token !== null) for (const cookie of passCookies(theirs.map(({ pollId }) => pollId), token)) headers.append("Set-Cookie", cookie);

  const wanted = pot ?? (theirs.length === 0 ? ballots[0] : undefined);
  if (wanted && !theirs.includes(wanted.ballot)) {
    const against = decisions.find(({ pollId }) => pollId === wanted.ballot.pollId)?.against ?? [];
    return {
      ...refusedPage({
        ...place,
        ballot: pot?.ballot ?? null,
        electorate: wanted.electorate,
        against,
        postcode: answers.postcode?.replace(/(...)$/, " $1") ?? null,
        areaName: area ? textIn(area.name, scope.locale).text : null,
        instead: theirs,
      }),
      headers,
    };
  }
  const only = pot?.ballot ?? (theirs.length === 1 ? theirs[0] : undefined);
  return goTo(only ? at.ballotOf(only).ballot : at.start, headers);
});
