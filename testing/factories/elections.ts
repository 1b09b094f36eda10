import { eq } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { calendarFor, instantsOf } from "#domain/elections/calendar.ts";
import { TEMPLATES_OF_ELECTIONS, type ElectionTemplate, type OfficeRule } from "#domain/elections/template.ts";
import { decideNomination } from "#features/elections/nominations/decide-nomination.ts";
import { saveNomination } from "#features/elections/nominations/save-nomination.ts";
import { sendNomination } from "#features/elections/nominations/send-nomination.ts";
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
import { fillBox, type BallotsAlike } from "./ballot-box.ts";
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

async function must<T>(doing: Promise<Result<T, unknown>>): Promise<T> {
  const outcome = await doing;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** Nominations are open, or papers can be made: the calendar is moved in its tables, as nobody waits ten weeks for a test. */
async function moveTo(engagementId: string, electionId: string, daysToPolling: number, template: ElectionTemplate): Promise<void> {
  const calendar = calendarFor(addDays(londonDay(new Date()), daysToPolling), TEMPLATES_OF_ELECTIONS[template].days);
  await database().update(elections).set(calendar).where(eq(elections.id, electionId));
  const { opensAt, closesAt, resultsAt } = instantsOf(calendar);
  await database().update(engagements).set({ opensAt, closesAt, resultsAt }).where(eq(engagements.id, engagementId));
}

/** An election of one contest from its notice to its declaration, by the commands people use. */
export async function holdElection(council: SystemScope, { candidates, ballots, template = "young-mayor", rule, title = "Young mayor election", rollId }: ElectionToHold): Promise<HeldElection> {
  const [author, approver, returning] = [await makeOfficer(council, "engagement-officer"), await makeOfficer(council, "approver"), await makeOfficer(council, "returning-officer")];
  const both = { en: title, cy: `${title} (cy)` };
  const { engagementId } = await must(createElection(author, { once: randomId(), title: both, template, pollingDay: addDays(londonDay(new Date()), 40) }));
  const draft = await getElectionForOfficers(author, engagementId);
  await must(setUpElection(author, { engagementId, title: draft.title, summary: draft.summary, rules: { ...draft.election, electorate: { ...draft.election.electorate, rollId: rollId ?? null }, rule: rule ?? draft.election.rule, nominators: 0, candidateMinAge: null, candidateMaxAge: null } }));
  await must(giveNotice(approver, engagementId));
  const { election, slug } = await getElectionForOfficers(author, engagementId);
  const [contest] = election.contests;
  if (!contest) throw new Error("An election has a contest");
  const { nominationsOpen, nominationsClose } = TEMPLATES_OF_ELECTIONS[template].days;
  await moveTo(engagementId, election.id, Math.round((nominationsOpen + nominationsClose) / 2), template);
  const people: ActorScope[] = [];
  for (const { given, statement = "I stand.", promises = "" } of candidates) {
    const who = await makeOfficer(council);
    const content = { writtenIn: "en" as const, givenName: given, surname: "", showsSurname: false, school: "", yearGroup: null, born: "2009-01-01", statement, otherStatement: "", promises, otherPromises: "", videoUrl: "", videoCaptioned: false, parentName: "", parentEmail: "", photo: { photoId: null, alt: { en: "", cy: "" } } };
    const { number } = await must(saveNomination(who, { electionId: election.id, contestId: contest.id, content }));
    const at = { electionId: election.id, contestId: contest.id, number };
    await must(sendNomination(who, at));
    await must(decideNomination(returning, { ...at, act: "accept", reason: { en: "", cy: "" }, tellApart: { en: "", cy: "" }, title: both, slug }));
    people.push(who);
  }
  await moveTo(engagementId, election.id, 1, template);
  await must(drawLot(returning, { electionId: election.id, contestId: contest.id, witness: "Wyn" }));
  await must(publishPapers(returning, engagementId));
  const places = await database().select({ number: nominations.number, place: nominations.place }).from(nominations).where(eq(nominations.contestId, contest.id));
  const placeOf = (number: number): number => places.find((each) => each.number === number)?.place ?? 0;
  await fillBox(council, contest.pollId, ballots.map(({ choices, ...rest }) => ({ ...rest, choices: choices.map(placeOf) })));
  await must(closeElection(returning, { engagementId, earlyBecause: "Test" }));
  await must(countPoll(council, contest.pollId));
  await must(declareResult(returning, { pollId: contest.pollId, name: "Ros" }));
  await inTransaction((tx) => followPoll(tx, council, contest.pollId));
  return { engagementId, electionId: election.id, contestId: contest.id, pollId: contest.pollId, slug, author, approver, returning, people };
}
