import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { standing } from "#domain/involvement/engagement.ts";
import { found } from "#domain/policy/access-error.ts";
import type { BallotAtHand, SubjectAtHand, VoteAtHand } from "#domain/voting/vote-at-hand.ts";
import { listProjects } from "#features/budgeting/projects/queries.ts";
import { candidateNote } from "#features/elections/ui/candidate-note.ts";
import { listCandidates, type CandidateInView } from "#features/elections/nominations/queries.ts";
import { getElection } from "#features/elections/queries.ts";
import { firstSentence } from "#domain/elections/statement.ts";
import { polledContests } from "#domain/elections/without-poll.ts";
import { asBudgetVote, getEngagement, type EngagementInView } from "#features/involvement/queries.ts";
import { now } from "#platform/clock.ts";
import { ShortMemory } from "#platform/short-memory.ts";

// Read at every step of every voter; a text amended after publication may come this much later.
const SECONDS = 10;
const votes = new ShortMemory<VoteAtHand>({ seconds: SECONDS });
const subjects = new ShortMemory<ReadonlyMap<number, SubjectAtHand>>({ seconds: SECONDS });

/** A published vote with its ballots. 404 before it is published and for what is no vote. */
export function getVoteAtHand(scope: AnyScope, slug: string): Promise<VoteAtHand> {
  return votes.get(`${scope.council.id}/${slug}`, async () => {
    const engagement = await getEngagement(scope, slug);
    if (engagement.electionId !== null) return electionAtHand(scope, { ...engagement, electionId: engagement.electionId });
    const vote = await asBudgetVote(scope, engagement);
    return {
      id: vote.engagementId,
      slug,
      title: vote.title,
      opensAt: vote.opensAt,
      closesAt: vote.closesAt,
      resultsAt: vote.resultsAt,
      resultsOut: standing(vote, now()) === "results" || standing(vote, now()) === "we-did",
      ballots: vote.pots.map((pot) => ({ holds: "projects" as const, slug: pot.slug, name: pot.name, pollId: pot.pollId, potId: pot.id, areaId: pot.areaId })),
      withoutVote: [],
    };
  });
}

async function electionAtHand(scope: AnyScope, engagement: EngagementInView & { readonly electionId: string }): Promise<VoteAtHand> {
  const election = await getElection(scope, engagement.electionId);
  const stands = standing(engagement, now());
  return {
    id: engagement.id,
    slug: engagement.slug,
    title: engagement.title,
    opensAt: engagement.opensAt,
    closesAt: engagement.closesAt,
    resultsAt: engagement.resultsAt,
    resultsOut: stands === "results" || stands === "we-did",
    ballots: polledContests(election).map(({ id, slug, name, pollId, areaId }) => ({ holds: "candidates", slug, name, pollId, potId: id, areaId })),
    withoutVote: election.contests.flatMap(({ name, areaId, withoutPoll }) => (withoutPoll === null ? [] : [{ name, areaId, elected: withoutPoll.elected.map((each) => each.name) }])),
  };
}

/** Where a public vote begins, by its engagement; null when it is not open. */
export async function findOpenVoteStart(scope: AnyScope, engagementId: string): Promise<string | null> {
  const [row] = await database()
    .select({ slug: engagements.slug, opensAt: engagements.opensAt, closesAt: engagements.closesAt })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId), eq(engagements.state, "published")));
  if (!row?.opensAt || !row.closesAt || now() < row.opensAt || now() >= row.closesAt) return null;
  return `/${scope.locale}/${scope.council.slug}/votes/${row.slug}/start`;
}

/** Every vote and election of the council in which people can vote now, those closing soonest first. */
export async function listOpenVotes(scope: AnyScope): Promise<readonly { readonly slug: string; readonly title: BilingualText }[]> {
  const at = now();
  const rows = await database()
    .select({ slug: engagements.slug, titleEn: engagements.titleEn, titleCy: engagements.titleCy })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.state, "published"), isNull(engagements.consultationId), lte(engagements.opensAt, at), gt(engagements.closesAt, at)))
    .orderBy(asc(engagements.closesAt), asc(engagements.slug));
  return rows.map(({ slug, titleEn, titleCy }) => ({ slug, title: bilingual(titleEn, titleCy) }));
}

/** A vote and one of its ballots by their names in the address; 404 where there is none. */
export async function getBallotAtHand(scope: AnyScope, voteSlug: string, ballotSlug: string): Promise<{ readonly vote: VoteAtHand; readonly ballot: BallotAtHand }> {
  const vote = await getVoteAtHand(scope, voteSlug);
  return { vote, ballot: found(vote.ballots.find(({ slug }) => slug === ballotSlug), "ballot") };
}

/** What a ballot tells of each option, by its number. */
export function listSubjectsAtHand(scope: AnyScope, ballot: BallotAtHand): Promise<ReadonlyMap<number, SubjectAtHand>> {
  return subjects.get(`${scope.council.id}/${ballot.potId}`, async () => {
    if (ballot.holds === "candidates") return new Map((await listCandidates(scope, [ballot.potId])).flatMap((candidate) => (candidate.place === null ? [] : [[candidate.place, asSubject(candidate)] as const])));
    const projects = await listProjects(scope, [ballot.potId]);
    return new Map(projects.map(({ number, slug, summary, proposer, tile }) => [number, { slug, summary, proposer, tile }]));
  });
}

/** A candidate as the ballot tells of them: in a sentence, with the rest to unfold. */
const asSubject = (candidate: CandidateInView): SubjectAtHand => ({
  slug: String(candidate.number),
  summary: { en: firstSentence(candidate.statement.en), cy: firstSentence(candidate.statement.cy) },
  proposer: "",
  note: candidateNote(candidate),
  tile: "conversation",
  photo: candidate.photo,
  statement: candidate.statement,
  initial: candidate.givenName.slice(0, 1),
});
