import { assertNever } from "#domain/basics/assert.ts";
import { readMarks } from "#domain/voting/ballot-form.ts";
import { voteOfMarks } from "#domain/voting/ballot-paper.ts";
import { MOST_VERSIONS } from "#domain/voting/poll.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand, listSubjectsAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { castChoices } from "#features/voting/assisted/actions.ts";
import { readIntent } from "#features/voting/assisted/input.ts";
import { getBrowserStanding, getSecretPath } from "#features/voting/assisted/queries.ts";
import { ballotCookie, holdsSecretBallot, newBallotKey, readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { voteAddresses } from "#features/voting/assisted/ui/ballot-place.ts";
import { ballotPage } from "#features/voting/assisted/ui/ballot-page.tsx";
import { alreadyVotedPage, closedPage, notOpenPage, refusalPage, tooManyChangesPage, unknownOutcomePage } from "#features/voting/assisted/ui/moments.tsx";
import { countVoters } from "#features/voting/credentials/queries.ts";
import { getBallotPaper, listLoggedAmendments } from "#features/voting/polls/queries.ts";
import { now } from "#platform/clock.ts";
import { isHelpingByTelephone } from "#platform/shared-device.ts";

/** The ballot, blank: choices cast before are not shown again. It opens with a key for a browser that has none. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params, request }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const place = { locale: scope.locale, council: scope.council, vote, ballot };
  const session = readVoterSession(request, ballot.pollId);
  const [found, paper, subjects, secretPath, amendments] = await Promise.all([
    getBrowserStanding(scope, ballot.pollId, session),
    getBallotPaper(scope, ballot.pollId),
    listSubjectsAtHand(scope, ballot),
    getSecretPath(scope, ballot.pollId, session.token),
    listLoggedAmendments(ballot.pollId),
  ]);
  const holds = secretPath !== null && holdsSecretBallot(request, ballot.pollId);
  // At a library's computer the next voter begins with a key of their own, and the ballot before theirs stays as it is.
  const standing = found.others ? { ...found, inBox: null } : found;
  const held = found.others ? null : session.key;
  if (standing.phase === "not-open") return notOpenPage(place);
  if (standing.phase === "closed") return closedPage({ ...place, voters: await countVoters(scope, [ballot.pollId]), unsent: false });
  if (standing.inBox && standing.inBox.version >= MOST_VERSIONS) return tooManyChangesPage(place);
  if (!standing.inBox && standing.hasVoted && !holds) return alreadyVotedPage(place);
  if (!standing.inBox && !standing.hasPass && !holds) return goTo(voteAddresses(place).ballotOf(ballot).start);
  const key = held ?? newBallotKey();
  return {
    ...ballotPage({ ...place, paper, subjects, amendments, marks: [], voter: key, faults: [], changing: standing.inBox !== null, secret: standing.inBox === null ? secretPath : null }),
    headers: {
      // Kept by the browser and asked for again, so that going back finds what was ticked; it holds no choice.
      "Cache-Control": "private, no-cache",
      ...(held ? {} : { "Set-Cookie": ballotCookie(ballot.pollId, key, paper.closesAt, now(), null) }),
    },
  };
});

/** Adds up, goes back to the choices, or casts. */
export const POST = publicForm<"vote" | "pot">(async (scope, { values }, { params, path, request }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const paper = await getBallotPaper(scope, ballot.pollId);
  const place = { locale: scope.locale, council: scope.council, vote, ballot };
  const session = readVoterSession(request, ballot.pollId);
  const intent = readIntent(values);
  const marks = readMarks(paper, values);
  const filled = voteOfMarks(paper, marks);
  const faults = filled.ok ? [] : filled.error;
  const again = async () =>
    ballotPage({
      ...place,
      paper,
      subjects: await listSubjectsAtHand(scope, ballot),
      marks,
      typed: values,
      voter: session.key ?? ballot.pollId,
      // On the way a ballot may be unfinished; what is wrong with what is there is said at once.
      faults: intent === "cast" ? faults : faults.filter(({ code }) => code !== "too-few-marked" && code !== "second-without-first"),
      changing: false,
    });
  if (intent !== "cast" || !filled.ok) return again();
  const cast = await castChoices(scope, { pollId: ballot.pollId, session, ballot: filled.value, byTelephone: isHelpingByTelephone(request) });
  if (cast.ok) {
    const at = now();
    const castAt = cast.value.repeated ? (session.castAt ?? at) : at;
    return goTo(voteAddresses(place).ballotOf(ballot).receipt, { "Set-Cookie": ballotCookie(ballot.pollId, cast.value.key, paper.closesAt, at, castAt) });
  }
  const refusal = cast.error;
  if (typeof refusal === "object") return unknownOutcomePage({ ...place, reference: refusal.reference });
  switch (refusal) {
    // The page and the box read the same frozen paper; what passes the one and not the other was not sent by the page.
    case "invalid-vote":
      return again();
    case "others-key": {
      // Somebody voted in this browser before and left their key: with a new one in its cookie the browser sends the form again.
      const headers = { Location: path, "Set-Cookie": ballotCookie(ballot.pollId, newBallotKey(), paper.closesAt, now(), null) };
      return new Response(null, { status: 307, headers });
    }
    case "not-open":
    case "closed":
    case "no-pass":
    case "already-voted":
    case "too-many-changes":
      return refusalPage({ ...place, opened: holdsSecretBallot(request, ballot.pollId) }, refusal, refusal === "closed" ? await countVoters(scope, [ballot.pollId]) : 0);
    default:
      return assertNever(refusal);
  }
});
