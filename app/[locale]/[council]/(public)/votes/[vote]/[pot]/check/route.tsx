import { readMarks } from "#domain/voting/ballot-form.ts";
import { voteOfMarks, hasGaps } from "#domain/voting/ballot-paper.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand, listSubjectsAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { voteAddresses } from "#features/voting/assisted/ui/ballot-place.ts";
import { ballotPage } from "#features/voting/assisted/ui/ballot-page.tsx";
import { checkPage } from "#features/voting/assisted/ui/check-page.tsx";
import { getBallotPaper } from "#features/voting/polls/queries.ts";

/** Without choices there is nothing to check. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  return goTo(voteAddresses({ ...scope, vote }).ballotOf(ballot).ballot);
});

export const POST = publicForm<"vote" | "pot">(async (scope, { values }, { params, request }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const [paper, subjects] = await Promise.all([getBallotPaper(scope, ballot.pollId), listSubjectsAtHand(scope, ballot)]);
  const place = { locale: scope.locale, council: scope.council, vote, ballot, paper, subjects };
  const marks = readMarks(paper, values);
  const filled = voteOfMarks(paper, marks);
  if (!filled.ok) return ballotPage({ ...place, marks, typed: values, voter: readVoterSession(request, ballot.pollId).key ?? ballot.pollId, faults: filled.error, changing: false });
  return checkPage({ ...place, filled: filled.value, closedUp: paper.kind === "ranked" && hasGaps(marks) });
});
