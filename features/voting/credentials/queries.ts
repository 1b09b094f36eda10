import { rawClient } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import type { PollState } from "#domain/voting/poll.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import { pollingDayOf, questionsOf, type Electorate, type Questions } from "#domain/eligibility/electorate.ts";
import type { BallotAtHand, VoteAtHand } from "#domain/voting/vote-at-hand.ts";
import { namesOfElectorates } from "#features/eligibility/electorate/names-of-electorates.ts";
import { getElectorate } from "#features/eligibility/queries.ts";
import type { ElectorateNames } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { getBallotPaper } from "#features/voting/polls/queries.ts";
import { passHash } from "./pass-hash.ts";

/** Where a poll stands by the database's clock. */
export type PollPhase = "not-open" | "open" | "closed";

/** How somebody stands to a ballot before they have it. */
export interface Standing {
  readonly phase: PollPhase;
  /** They were found eligible a short while ago. */
  readonly hasPass: boolean;
  /** The roll has their mark, whether by this browser or another way, and nobody let them begin again. */
  readonly hasVoted: boolean;
}

/** How the holder of this token stands to a poll of the council. 404 for another council's poll or a draft. */
export async function getStanding(scope: AnyScope, pollId: string, token: string | null): Promise<Standing> {
  const [row] = await rawClient()<{ state: PollState; early: boolean; over: boolean; passed: boolean; marked: boolean }[]>`
    select polls.state, now() < polls.opens_at as early, now() >= polls.closes_at as over, pass.poll_id is not null as passed, mark.poll_id is not null and not exists (select 1 from reissues again where again.poll_id = polls.id and again.voter_hash = mark.voter_hash and again.state = 'made' and again.blinded_hash is null) as marked
    from polls
    left join voter_passes pass on pass.token_hash = ${token === null ? Buffer.alloc(0) : passHash(token, pollId)} and pass.poll_id = polls.id and pass.expires_at > now()
    left join roll_marks mark on mark.poll_id = polls.id and mark.voter_hash = pass.voter_hash
    where polls.id = ${pollId} and polls.council_id = ${scope.council.id} and polls.state <> 'draft'`;
  const { state, early, over, passed, marked } = found(row, "poll");
  return { phase: state !== "ready" || over ? "closed" : early ? "not-open" : "open", hasPass: passed, hasVoted: marked };
}

/** How many voters the roll has marked in these polls; a voter of two of them counts in both. */
export async function countVoters(scope: AnyScope, pollIds: readonly string[]): Promise<number> {
  const [row] = await rawClient()<{ voters: number }[]>`
    select count(*)::integer as voters from roll_marks where council_id = ${scope.council.id} and poll_id = any (${[...pollIds]}::uuid[])`;
  return row?.voters ?? 0;
}

export interface BallotWithElectorate {
  readonly ballot: BallotAtHand;
  readonly electorateId: string;
  readonly electorate: Electorate;
}

export interface ElectoratesOfVote {
  readonly ballots: readonly BallotWithElectorate[];
  readonly asked: Questions;
  /** What their rules name, with the day for which ages are reckoned. */
  readonly names: ElectorateNames;
}

/** Every ballot of the vote with who may have it, and what must be asked to find out. `claim` adds the names of its places. */
export async function getElectoratesOfVote(scope: AnyScope, vote: VoteAtHand, claim?: Claim): Promise<ElectoratesOfVote> {
  const ballots = await Promise.all(
    vote.ballots.map(async (ballot) => {
      const { electorateId } = await getBallotPaper(scope, ballot.pollId);
      return { ballot, electorateId, electorate: await getElectorate(scope, electorateId) };
    }),
  );
  const electorates = ballots.map(({ electorate }) => electorate);
  return { ballots, asked: questionsOf(electorates), names: await namesOfElectorates(scope, electorates, vote.closesAt && pollingDayOf(vote.closesAt), { claim }) };
}

/** Which of these requests for a pass a ballot was given for: their voters are marked on the roll. */
export async function listUsedClaims(scope: AnyScope, claimIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rawClient()<{ claim_id: string }[]>`
    select distinct v.claim_id from claim_voters v join roll_marks m on m.poll_id = v.poll_id and m.voter_hash = v.voter_hash
    where m.council_id = ${scope.council.id} and v.claim_id = any (${[...claimIds]}::uuid[])`;
  return new Set(rows.map(({ claim_id }) => claim_id));
}
