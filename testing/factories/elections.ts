import { eq } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { TEMPLATES_OF_ELECTIONS, type ElectionTemplate, type OfficeRule } from "#domain/elections/template.ts";
import { drawLot } from "#features/elections/papers/draw-lot.ts";
import { closeElection } from "#features/involvement/electing/close-election.ts";
import { createElection } from "#features/involvement/electing/create-election.ts";
import { giveNotice } from "#features/involvement/electing/give-notice.ts";
import { publishPapers } from "#features/involvement/electing/publish-papers.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { setUpElection } from "#features/involvement/electing/set-up-election.ts";
import { followPoll } from "#features/involvement/following/follow-polls.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import { fillBox, type BallotsAlike } from "./ballot-box.ts";
import { makeCandidate, moveCalendar } from "./open-elections.ts";
import { makeOfficer } from "./votes.ts";

export interface Candidate {
  readonly given: string;
  readonly statement?: string;
  /** One on each line. */
  readonly promises?: string;
}

export interface ElectionToHold {
  readonly candidates: readonly Candidate[];
  /** Choices are numbers of candidates in the order given here; they are put on the paper by lot. */
  readonly ballots: readonly BallotsAlike[];
  readonly template?: ElectionTemplate;
  readonly rule?: OfficeRule;
  readonly title?: string;
  /** The list of those who may vote. */
  readonly rollId?: string;
}

export interface HeldElection {
  readonly engagementId: string;
  readonly electionId: string;
  readonly contestId: string;
  readonly pollId: string;
  readonly slug: string;
  readonly author: ActorScope;
  readonly approver: ActorScope;
  readonly returning: ActorScope;
  /** Those who stood, in the order given. */
  readonly people: readonly ActorScope[];
}

/** An election of one contest from its notice to its declaration, by the commands people use. */
export async function holdElection(council: SystemScope, { candidates, ballots, template = "young-mayor", rule, title = "Young mayor election", rollId }: ElectionToHold): Promise<HeldElection> {
  const [author, approver, returning] = [await makeOfficer(council, "engagement-officer"), await makeOfficer(council, "approver"), await makeOfficer(council, "returning-officer")];
  const both = { en: title, cy: `${title} (cy)` };
  const { engagementId } = await done(createElection(author, { once: randomId(), title: both, template, pollingDay: addDays(londonDay(new Date()), 40) }));
  const draft = await getElectionForOfficers(author, engagementId);
  await done(setUpElection(author, { engagementId, title: draft.title, summary: draft.summary, rules: { ...draft.election, electorate: { ...draft.election.electorate, rollId: rollId ?? null }, rule: rule ?? draft.election.rule, nominators: 0, candidateMinAge: null, candidateMaxAge: null } }));
  await done(giveNotice(approver, engagementId));
  const { election, slug } = await getElectionForOfficers(author, engagementId);
  const [contest] = election.contests;
  if (!contest) throw new Error("An election has a contest");
  const { nominationsOpen, nominationsClose } = TEMPLATES_OF_ELECTIONS[template].days;
  await moveCalendar(engagementId, addDays(londonDay(new Date()), Math.round((nominationsOpen + nominationsClose) / 2)), template);
  const people: ActorScope[] = [];
  for (const { given, statement = "I stand.", promises = "" } of candidates)
    people.push((await makeCandidate(council, { electionId: election.id, contestId: contest.id, returning, title: both, slug }, { givenName: given, born: "2009-01-01", statement, promises })).who);
  await moveCalendar(engagementId, addDays(londonDay(new Date()), 1), template);
  await done(drawLot(returning, { electionId: election.id, contestId: contest.id, witness: "Wyn" }));
  await done(publishPapers(returning, engagementId));
  const places = await database().select({ number: nominations.number, place: nominations.place }).from(nominations).where(eq(nominations.contestId, contest.id));
  const placeOf = (number: number): number => places.find((each) => each.number === number)?.place ?? 0;
  await fillBox(council, contest.pollId, ballots.map(({ choices, ...rest }) => ({ ...rest, choices: choices.map(placeOf) })));
  await done(closeElection(returning, { engagementId, earlyBecause: "Test" }));
  await done(countPoll(council, contest.pollId));
  await done(declareResult(returning, { pollId: contest.pollId, name: "Ros" }));
  await inTransaction((tx) => followPoll(tx, council, contest.pollId));
  return { engagementId, electionId: election.id, contestId: contest.id, pollId: contest.pollId, slug, author, approver, returning, people };
}
