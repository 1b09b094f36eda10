import { eq, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { contests, elections } from "#db/schema/elections/elections.ts";
import { rollEntries, rolls } from "#db/schema/eligibility/rolls.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { calendarFor, instantsOf } from "#domain/elections/calendar.ts";
import { TAUGHT_AT_HOME } from "#domain/elections/taught-at-home.ts";
import { TEMPLATES_OF_ELECTIONS } from "#domain/elections/template.ts";
import { forgetCandidates } from "#features/elections/nominations/forget-candidates.ts";
import { decideNomination } from "#features/elections/nominations/decide-nomination.ts";
import { recordPaperNominators } from "#features/elections/nominations/record-paper-nominators.ts";
import { saveNomination } from "#features/elections/nominations/save-nomination.ts";
import { sendNomination } from "#features/elections/nominations/send-nomination.ts";
import { listElected } from "#features/elections/results/queries.ts";
import { countPack } from "#features/elections/schools/count-pack.ts";
import { drawLot } from "#features/elections/papers/draw-lot.ts";
import { closeElection } from "#features/involvement/electing/close-election.ts";
import { createElection } from "#features/involvement/electing/create-election.ts";
import { giveNotice } from "#features/involvement/electing/give-notice.ts";
import { publishPapers } from "#features/involvement/electing/publish-papers.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { setUpElection } from "#features/involvement/electing/set-up-election.ts";
import { enterTurnout } from "#features/involvement/election-evaluation/enter-turnout.ts";
import { decideOffer, offerPromise } from "#features/involvement/promises/offer-promise.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { startCount } from "#features/voting/results/start-count.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { castInBulk } from "#seed/cast-in-bulk.ts";
import { done } from "#seed/done.ts";
import { holdHustings } from "./hold-hustings.ts";
import { SCHOOLS_BEFORE, SCHOOLS_NOW, takeSchools, voteWithSlips } from "./take-schools.ts";
import { makeResidents } from "./collect-ideas.ts";
import { evaluateElection } from "./evaluate-election.ts";
import { keepMayorsPromises } from "./keep-mayors-promises.ts";
import { somePostcode } from "./lay-ground.ts";

interface Standing {
  readonly given: string;
  readonly surname: string;
  readonly shows?: boolean;
  readonly school: string;
  readonly year: number | null;
  readonly statement: string;
  readonly promises: string;
  readonly welsh?: string;
  readonly promisesCy?: string;
}

/** Postcode districts young voters of the demo live in, more of them in the first. */
const DISTRICTS = ["ZZ5", "ZZ5", "ZZ3", "ZZ6"] as const;

const NOW: readonly Standing[] = [
  { given: "Amara", surname: "Okafor", shows: true, school: "Millbrook High", year: 10, statement: "Free buses for under 18s after 6pm. A youth panel that sees every council budget.\nI want every young person here to be able to point at one thing and say: we did that. My first 100 days will be spent listening in every school.", promises: "Free buses for under 18s after 6pm\nA youth panel that sees every council budget", welsh: "Bysiau am ddim i bobl dan 18 ar ôl 6pm. Panel ieuenctid sy’n gweld pob cyllideb gan y cyngor." },
  { given: "Rhys", surname: "Pritchard", shows: true, school: "Fellside Academy", year: 9, statement: "More places to go when it rains. Open school gyms at weekends.\nMost of us have nowhere to be on a wet Saturday. The gyms are heated anyway.", promises: "Open school gyms at weekends", welsh: "Mwy o leoedd i fynd pan fydd hi’n bwrw. Agor campfeydd ysgol ar benwythnosau." },
  { given: "Saira", surname: "Malik", school: "Quay Sixth Form", year: 12, statement: "A counsellor in every school by 2028. Less waiting, more listening.\nI waited seven months to talk to somebody. Nobody should.", promises: "A counsellor in every school by 2028" },
  { given: "Tomasz", surname: "Zielinski", shows: true, school: "Northmoor School", year: 11, statement: "Repair the skate park first. Then a music studio in the old bus garage.\nThings that are there and broken should come before things that are new.", promises: "Repair the skate park\nA music studio in the old bus garage" },
  { given: "Ellie", surname: "Marsh", school: TAUGHT_AT_HOME, year: null, statement: "Cleaner rivers and a say for young people in planning.\nThe river is the best thing we have and we are not allowed in it.", promises: "Test the river every week and publish it" },
];

const BEFORE: readonly Standing[] = [
  { given: "Priya", surname: "Shah", shows: true, school: "Millbrook High", year: 11, statement: "Bike parking that works at every school.", promises: "Bike parking at every school", promisesCy: "Lle i gadw beiciau ym mhob ysgol" },
  { given: "Jac", surname: "Morgan", shows: true, school: "Fellside Academy", year: 10, statement: "A youth night in the leisure centre, every Friday.", promises: "A youth night every Friday", promisesCy: "Noson ieuenctid bob nos Wener" },
  { given: "Lena", surname: "Fischer", shows: true, school: "Northmoor School", year: 12, statement: "Work experience for everybody, not for those whose parents know somebody.", promises: "Fair work experience", promisesCy: "Profiad gwaith teg" },
  { given: "Owain", surname: "Rees", school: "Quay Sixth Form", year: 12, statement: "Quiet rooms to study in after school.", promises: "Quiet rooms in every library", promisesCy: "Ystafelloedd tawel ym mhob llyfrgell" },
  { given: "Zara", surname: "Ahmed", shows: true, school: "Millbrook High", year: 9, statement: "Plant a tree for every new pupil.", promises: "A tree for every new pupil", promisesCy: "Coeden i bob disgybl newydd" },
];

const LONG_AGO: readonly Standing[] = [
  { given: "Gwen", surname: "Lloyd", shows: true, school: "Northmoor School", year: 12, statement: "A bus that comes when school ends.", promises: "A bus that comes when school ends", promisesCy: "Bws sy’n dod pan ddaw’r ysgol i ben" },
  { given: "Idris", surname: "Khan", shows: true, school: "Millbrook High", year: 11, statement: "Lights on the cycle path.", promises: "Lights on the cycle path", promisesCy: "Goleuadau ar y llwybr beicio" },
  { given: "Molly", surname: "Price", school: "Fellside Academy", year: 10, statement: "Free swimming in the holidays.", promises: "Free swimming in the holidays", promisesCy: "Nofio am ddim yn y gwyliau" },
  { given: "Sanjay", surname: "Rao", shows: true, school: "Quay Sixth Form", year: 13, statement: "A say for pupils in every school meal.", promises: "A say in school meals", promisesCy: "Llais mewn prydau ysgol" },
];

interface People {
  readonly author: ActorScope;
  readonly approver: ActorScope;
  readonly returning: ActorScope;
  /** Presides at a school. */
  readonly presiding: ActorScope;
  readonly moderator: ActorScope;
  /** Asks the candidates. */
  readonly resident: ActorScope;
}

/**
 * Nobody can live through ten weeks of an election while a demo is made, and candidates stand by the commands people use only while
 * nominations are open: so its calendar is moved, in its tables, between one step and the next.
 */
async function moveCalendar(engagementId: string, pollingDay: CivilDay): Promise<void> {
  const calendar = calendarFor(pollingDay, TEMPLATES_OF_ELECTIONS["young-mayor"].days);
  const [row] = await database().select({ electionId: engagements.electionId }).from(engagements).where(eq(engagements.id, engagementId));
  await database().update(elections).set(calendar).where(eq(elections.id, defined(row?.electionId)));
  const { opensAt, closesAt, resultsAt } = instantsOf(calendar);
  await database().update(engagements).set({ opensAt, closesAt, resultsAt }).where(eq(engagements.id, engagementId));
}

/**
 * A declared election as if it had been held on an earlier day. Nobody can vote in the past, so the times of its polls and counts are moved in their
 * tables as well, for which the lock of the poll is lifted; the log of the ballots keeps the moments in which they were made.
 */
async function putBack(engagementId: string, pollingDay: CivilDay, removedOn?: CivilDay): Promise<void> {
  await moveCalendar(engagementId, pollingDay);
  await inTransaction(async (tx) => {
    const [row] = await tx.select({ election: elections }).from(elections).innerJoin(engagements, eq(engagements.electionId, elections.id)).where(eq(engagements.id, engagementId));
    const { id, ...calendar } = defined(row).election;
    const { opensAt, closesAt, resultsAt } = instantsOf(calendar);
    if (removedOn !== undefined) await tx.update(elections).set({ removedOn }).where(eq(elections.id, id));
    const polls = sql`(select poll_id from contests where election_id = ${id})`;
    await tx.execute(sql`alter table polls disable trigger polls_locked`);
    await tx.execute(sql`update polls set opens_at = ${opensAt.toISOString()}, closes_at = ${closesAt.toISOString()}, closed_at = ${closesAt.toISOString()} where id in ${polls}`);
    await tx.execute(sql`alter table polls enable trigger polls_locked`);
    await tx.execute(sql`update poll_counts set counted_at = ${resultsAt.toISOString()}, published_at = ${resultsAt.toISOString()} where poll_id in ${polls}`);
  });
}

/** Young people each ward of the demo has on the list of its schools. */
const ON_ROLL: readonly number[] = [64, 48, 52];

/** A list of young electors, ward by ward, as a council's schools would send it: nobody real stands on it. */
async function bringRoll({ council }: ActorScope): Promise<string> {
  const id = randomId();
  const councilId = council.id;
  await database().insert(rolls).values({ id, councilId, name: "Young electors" });
  const wards = await database().execute<{ id: string }>(sql`select id from areas where council_id = ${councilId} and kind = 'ward' order by name_en`);
  const entries = wards.flatMap((ward, at) =>
    Array.from({ length: ON_ROLL[at % ON_ROLL.length] ?? 0 }, (_, nth) => {
      const reference = `Y${String(at + 1)}-${String(nth + 1)}`;
      return { councilId, rollId: id, reference, referenceKey: reference.toLowerCase(), givenKey: "", familyKey: "", areaId: ward.id };
    }),
  );
  await database().insert(rollEntries).values(entries);
  return id;
}

/** An election with its candidates accepted, at a moment when nominations are open. */
async function nominate({ author, approver, returning }: People, { year, slug, standing, rollId }: Story): Promise<{ readonly engagementId: string; readonly people: ReadonlyMap<string, ActorScope> }> {
  const engagementId = randomId();
  const pollingDay = addDays(londonDay(now()), 40);
  await done(createElection(author, { once: engagementId, title: { en: `Young mayor election ${year}`, cy: `Etholiad y maer ifanc ${year}` }, template: "young-mayor", pollingDay, slug }));
  const draft = await getElectionForOfficers(author, engagementId);
  const electorate = { ...draft.election.electorate, identityLevel: 2 as const, rollId: rollId ?? null, rollUse: "instead" as const };
  // In a demo whoever looks may vote with a postcode; a real one gives out codes at school.
  await done(setUpElection(author, { engagementId, title: draft.title, summary: draft.summary, rules: { ...draft.election, electorate, nominators: 3 } }));
  await done(giveNotice(approver, engagementId));
  const { election } = draft;
  const [contest] = election.contests;
  const contestId = defined(contest?.id);
  const people = await makeResidents(author, standing.map(({ given }) => `${given}.${year}`));
  for (const [index, { given, surname, shows = false, school, year: yearGroup, statement, promises, welsh = "", promisesCy = "" }] of standing.entries()) {
    const who = defined(people.get(`${given}.${year}`));
    const content = { writtenIn: "en" as const, givenName: given, surname, showsSurname: shows, school, yearGroup, born: addDays(pollingDay, -(15 * 365 + index * 60)), statement, otherStatement: welsh, promises, otherPromises: promisesCy, videoUrl: "", videoCaptioned: false, parentName: "", parentEmail: "", photo: { photoId: null, alt: { en: "", cy: "" } } };
    const { number } = await done(saveNomination(who, { electionId: election.id, contestId, content }));
    const at = { electionId: election.id, contestId, number };
    await done(recordPaperNominators(returning, { ...at, people: ["One", "Two", "Three"].map((name) => ({ name: `${name} behind ${given}`, school })) }));
    await done(sendNomination(who, at));
    await done(decideNomination(returning, { ...at, act: "accept", reason: { en: "", cy: "" }, tellApart: { en: "", cy: "" }, title: draft.title, slug }));
  }
  return { engagementId, people };
}

/** The time to withdraw is over: the lot is drawn and the papers are made. Gives the poll and the names on it by their place. */
async function print({ author, returning }: People, engagementId: string, pollingDay: CivilDay): Promise<{ readonly pollId: string; readonly electorateId: string }> {
  await moveCalendar(engagementId, pollingDay);
  const { election } = await getElectionForOfficers(author, engagementId);
  for (const { id } of election.contests) await done(drawLot(returning, { electionId: election.id, contestId: id, witness: "Carys Beddoe" }));
  await done(publishPapers(returning, engagementId));
  const [contest] = await database().select({ pollId: contests.pollId }).from(contests).where(eq(contests.electionId, election.id));
  const poll = await getPoll(author, defined(contest?.pollId));
  return { pollId: poll.id, electorateId: poll.electorateId };
}

/** A first and a second choice that follow from a voter's number alone. */
function choicesOf(voter: number, candidates: number): readonly number[] {
  const first = ((voter * voter + 3 * voter) % (candidates * 2 + 1)) % candidates;
  const second = (first + 1 + (voter % (candidates - 1))) % candidates;
  return voter % 5 === 0 ? [first + 1] : [first + 1, second + 1];
}

/** So many young people vote with an e-mail address and a postcode, the first of them with this number. */
async function vote(scope: ActorScope, poll: { readonly pollId: string; readonly electorateId: string }, { from, to, candidates }: { readonly from: number; readonly to: number; readonly candidates: number }): Promise<void> {
  const found = [];
  for (let voter = from; voter < to; voter++) {
    const email = `young-${poll.pollId.slice(0, 6)}-${voter}@zz5.example`;
    const { token } = await issueByEmail(scope, { polls: [poll], email, age: 11 + (voter % 7), postcode: somePostcode(DISTRICTS[voter % DISTRICTS.length] ?? "ZZ5", voter) });
    if (token === null) throw new Error("A young voter of the demo was found not eligible");
    found.push({ name: email, token, vote: { choices: choicesOf(voter, candidates) } });
  }
  await castInBulk(poll.pollId, found);
}

interface Poll {
  readonly pollId: string;
  readonly electorateId: string;
}

interface Story {
  readonly year: string;
  readonly slug: string;
  readonly standing: readonly Standing[];
  /** Being on this list stands in place of a tie to the area. */
  readonly rollId?: string;
}

/** An election from its notice to its declaration, on polling day tomorrow. Gives its engagement. */
async function holdAndDeclare(people: People, story: Story, cast: (engagementId: string, poll: Poll) => Promise<void>, runJobs: () => Promise<void>): Promise<string> {
  const { engagementId } = await nominate(people, story);
  const poll = await print(people, engagementId, addDays(londonDay(now()), 1));
  await cast(engagementId, poll);
  await done(closeElection(people.returning, { engagementId, earlyBecause: "Everybody in the demo has voted." }));
  await runJobs();
  await done(startCount(people.returning, { pollId: poll.pollId }));
  await runJobs();
  await done(declareResult(people.returning, { pollId: poll.pollId, name: people.returning.actor.name }));
  await runJobs();
  return engagementId;
}

/** Voters of last year's election who came with an address and a postcode, the others with a slip from school. */
const LAST_BY_MAIL = 44;

/** A young mayor election that people can vote in now, last year's with its result declared, and one a year older whose candidates are taken down. */
export async function holdElections(people: People, runJobs: () => Promise<void>): Promise<void> {
  const today = londonDay(now());
  const first = await holdAndDeclare(people, { year: "2024", slug: "young-mayor-2024", standing: LONG_AGO }, (_, poll) => vote(people.author, poll, { from: 0, to: 61, candidates: LONG_AGO.length }), runJobs);
  // Two years before the one that is open now: its candidates are taken down.
  await putBack(first, addDays(today, 2 - 2 * 364));
  await forgetCandidates();
  const last = await holdAndDeclare(
    people,
    { year: "2025", slug: "young-mayor-2025", standing: BEFORE, rollId: await bringRoll(people.author) },
    async (engagementId, poll) => {
      await vote(people.author, poll, { from: 0, to: LAST_BY_MAIL, candidates: BEFORE.length });
      const before = await takeSchools(people, engagementId, SCHOOLS_BEFORE, runJobs);
      await voteWithSlips(people.returning, { engagementId, pollId: poll.pollId, packs: before.map(({ batchId, votes }) => ({ batchId, votes })), choicesOf: (voter) => choicesOf(LAST_BY_MAIL + voter, BEFORE.length) });
    },
    runJobs,
  );
  await keepMayorsPromises(people, last, runJobs);
  await evaluateElection(people.author, last);
  // A year before; this programme keeps the pages of those who stood until the next young mayor is in office.
  await putBack(last, addDays(today, 2 - 364), addDays(today, 40));

  // Those who were elected go on: one adds a promise of their own, which waits for an officer, in Welsh alone.
  const { election: ofLast } = await getElectionForOfficers(people.author, last);
  const elected = await listElected(people.author, ofLast);
  const winner = BEFORE.find(({ given }) => elected[0]?.name?.en.startsWith(given));
  const mayor = (await makeResidents(people.author, [`${defined(winner).given}.2025`])).get(`${defined(winner).given}.2025`);
  for (const text of [{ en: "", cy: "Diwrnod chwaraeon i bob ysgol gyda’i gilydd" }, { en: "A map of every free thing to do", cy: "" }]) {
    const once = randomId();
    await done(offerPromise(defined(mayor), ofLast, { once, text }));
    if (text.en === "") await done(decideOffer(people.author, { engagementId: last, offerId: once, answer: "take", reason: "" }));
  }
  // The first young mayor was elected before this council had Folkmoot.
  await done(
    enterTurnout(people.author, {
      once: randomId(),
      template: "young-mayor",
      title: { en: "Young mayor election 2023", cy: "Etholiad y maer ifanc 2023" },
      pollingDay: addDays(today, 2 - 3 * 364),
      voted: 48,
      electors: 310,
      source: { en: "Declaration in the council’s archive", cy: "Datganiad yn archif y cyngor" },
    }),
  );

  const { engagementId: current, people: candidates } = await nominate(people, { year: "2026", slug: "young-mayor-2026", standing: NOW });
  const open = await print(people, current, addDays(today, 2));
  await vote(people.author, open, { from: 0, to: 14, candidates: NOW.length });
  const packs = await takeSchools(people, current, SCHOOLS_NOW, runJobs);
  await voteWithSlips(people.returning, { engagementId: current, pollId: open.pollId, packs: packs.map(({ batchId, votes }) => ({ batchId, votes })), choicesOf: (voter) => choicesOf(14 + voter, NOW.length) });
  const [whole, short] = packs;
  const { election } = await getElectionForOfficers(people.author, current);
  const counted = { electionId: election.id, missing: [], reason: null, note: "" };
  await done(countPack(people.author, { ...counted, once: randomId(), batchId: defined(whole?.batchId), counted: defined(whole?.slips), reportedBy: "Mrs Price" }));
  await done(countPack(people.author, { ...counted, once: randomId(), batchId: defined(short?.batchId), counted: defined(short?.slips) - 3, missing: [4, 9, 11], reason: "lost", note: "The envelope was open when it came.", reportedBy: "Mr Lloyd" }));
  await holdHustings(people, current, { first: defined(candidates.get("Amara.2026")), second: defined(candidates.get("Saira.2026")) });
}
