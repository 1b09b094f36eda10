import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { calendarFor, instantsOf } from "#domain/elections/calendar.ts";
import { TEMPLATES_OF_ELECTIONS } from "#domain/elections/template.ts";
import { nominationOutcome } from "#domain/elections/without-poll.ts";
import { decideNomination } from "#features/elections/nominations/decide-nomination.ts";
import { recordPaperNominators } from "#features/elections/nominations/record-paper-nominators.ts";
import { saveNomination } from "#features/elections/nominations/save-nomination.ts";
import { sendNomination } from "#features/elections/nominations/send-nomination.ts";
import { drawLot } from "#features/elections/papers/draw-lot.ts";
import { createElection } from "#features/involvement/electing/create-election.ts";
import { declareUncontested } from "#features/involvement/electing/declare-uncontested.ts";
import { giveNotice } from "#features/involvement/electing/give-notice.ts";
import { publishPapers } from "#features/involvement/electing/publish-papers.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { setUpElection } from "#features/involvement/electing/set-up-election.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { castInBulk } from "#seed/cast-in-bulk.ts";
import { done } from "#seed/done.ts";
import { makeResidents } from "./collect-ideas.ts";
import { somePostcode } from "./lay-ground.ts";

interface People {
  readonly author: ActorScope;
  readonly approver: ActorScope;
  readonly returning: ActorScope;
}

interface Standing {
  readonly given: string;
  readonly school: string;
  readonly year: number;
  /** In Welsh, which they wrote, and in English. */
  readonly welsh: string;
  readonly english: string;
  readonly promisesCy: string;
  readonly promisesEn: string;
}

/** Who stands, by ward. In one ward only one does, and is elected without a vote. */
const WARDS: Readonly<Record<string, { readonly postcodes: string; readonly standing: readonly Standing[] }>> = {
  "Pentre Alaw": {
    postcodes: "ZZ7",
    standing: [
      { given: "Mali", school: "Ysgol Gyfun Alaw", year: 10, welsh: "Bws hwyr adref o’r ymarfer.\nMae pawb sy’n byw yn y cwm yn colli’r bws olaf.", english: "A late bus home from practice.\nEverybody who lives up the valley misses the last one.", promisesCy: "Bws hwyr ar nos Fawrth a nos Iau", promisesEn: "A late bus on Tuesdays and Thursdays" },
      { given: "Deio", school: "Ysgol Gyfun Alaw", year: 11, welsh: "Lle i ymarfer band, a gigs Cymraeg bob mis.", english: "A place for bands to practise, and Welsh gigs every month.", promisesCy: "Gig Cymraeg bob mis", promisesEn: "A Welsh gig every month" },
      { given: "Lleucu", school: "Coleg y Cwm", year: 12, welsh: "Dweud ein dweud ar bob newid i’r ysgolion.", english: "A say in every change to schools.", promisesCy: "Cyfarfod â’r cyngor bob tymor", promisesEn: "A meeting with the council every term" },
    ],
  },
  "Upper Vale": {
    postcodes: "ZZ8",
    standing: [{ given: "Cadi", school: "Ysgol Gyfun Alaw", year: 9, welsh: "Wi-fi ym mhob neuadd bentref.\nMae’n anodd gwneud gwaith cartref hebddo.", english: "Wi-fi in every village hall.\nHomework is hard without it.", promisesCy: "Wi-fi ym mhob neuadd bentref", promisesEn: "Wi-fi in every village hall" }],
  },
  "River Mouth": {
    postcodes: "ZZ9",
    standing: [
      { given: "Osian", school: "Coleg y Cwm", year: 13, welsh: "Traeth glân a biniau ailgylchu.", english: "A clean beach and recycling bins.", promisesCy: "Biniau ailgylchu ar y traeth", promisesEn: "Recycling bins on the beach" },
      { given: "Beca", school: "Ysgol yr Aber", year: 10, welsh: "Llwybr beicio diogel i’r ysgol.", english: "A safe cycle path to school.", promisesCy: "Llwybr beicio diogel i’r ysgol", promisesEn: "A safe cycle path to school" },
    ],
  },
};

/** Voting opened some days before polling day, which is so many days from now. */
const DAYS_TO_POLLING = 3;

/** A youth council by wards that people can vote in now: in one ward somebody was elected without a vote, in the others people vote. */
export async function holdWardElection({ author, approver, returning }: People): Promise<void> {
  const engagementId = randomId();
  const slug = "youth-council-2026";
  const pollingDay = addDays(londonDay(now()), 34);
  await done(createElection(author, { once: engagementId, title: { en: "Youth council election 2026", cy: "Etholiad y cyngor ieuenctid 2026" }, template: "youth-council", pollingDay, slug }));
  const draft = await getElectionForOfficers(author, engagementId);
  // In a demo whoever looks may vote with a postcode; a real one gives out codes at school.
  await done(setUpElection(author, { engagementId, title: draft.title, summary: draft.summary, rules: { ...draft.election, electorate: { ...draft.election.electorate, identityLevel: 2 }, nominators: 1 } }));
  await done(giveNotice(approver, engagementId));
  const { contests } = draft.election;
  for (const { id: contestId, name } of contests) {
    const standing = WARDS[name.en]?.standing ?? [];
    const people = await makeResidents(author, standing.map(({ given }) => `${given}.vale`));
    for (const [index, { given, school, year: yearGroup, welsh, english, promisesCy, promisesEn }] of standing.entries()) {
      const who = defined(people.get(`${given}.vale`));
      const content = { writtenIn: "cy" as const, givenName: given, surname: "", showsSurname: false, school, yearGroup, born: addDays(pollingDay, -(15 * 366 + index * 60)), statement: welsh, otherStatement: english, promises: promisesCy, otherPromises: promisesEn, videoUrl: "", videoCaptioned: false, parentName: "", parentEmail: "", photo: { photoId: null, alt: { en: "", cy: "" } } };
      const { number } = await done(saveNomination(who, { electionId: draft.election.id, contestId, content }));
      const at = { electionId: draft.election.id, contestId, number };
      await done(recordPaperNominators(returning, { ...at, people: [{ name: `Nominator of ${given}`, school }] }));
      await done(sendNomination(who, at));
      await done(decideNomination(returning, { ...at, act: "accept", reason: { en: "", cy: "" }, tellApart: { en: "", cy: "" }, title: draft.title, slug }));
    }
  }
  await moveCalendar(engagementId, draft.election.id);
  const { election } = await getElectionForOfficers(author, engagementId);
  for (const contest of election.contests)
    if (nominationOutcome(election, contest) === "poll") await done(drawLot(returning, { electionId: election.id, contestId: contest.id, witness: "Menna Puw" }));
    else await done(declareUncontested(returning, { engagementId, contestId: contest.id, name: returning.actor.name }));
  await done(publishPapers(returning, engagementId));
  for (const { pollId, name, withoutPoll } of (await getElectionForOfficers(author, engagementId)).election.contests) if (withoutPoll === null) await vote(author, pollId, defined(WARDS[name.en]));
}

/** Nobody can live through weeks of an election while a demo is made: nominations are over, and voting has begun. */
async function moveCalendar(engagementId: string, electionId: string): Promise<void> {
  const calendar = calendarFor(addDays(londonDay(now()), DAYS_TO_POLLING), TEMPLATES_OF_ELECTIONS["youth-council"].days);
  await database().update(elections).set(calendar).where(eq(elections.id, electionId));
  const { opensAt, closesAt, resultsAt } = instantsOf(calendar);
  await database().update(engagements).set({ opensAt, closesAt, resultsAt }).where(eq(engagements.id, engagementId));
}

const VOTERS = 12;

async function vote(scope: ActorScope, pollId: string, { postcodes, standing }: { readonly postcodes: string; readonly standing: readonly Standing[] }): Promise<void> {
  const { electorateId } = await getPoll(scope, pollId);
  const voters = [];
  for (let voter = 0; voter < VOTERS; voter++) {
    const email = `vale-${pollId.slice(0, 6)}-${voter}@alaw-vale.example`;
    const { token } = await issueByEmail(scope, { polls: [{ pollId, electorateId }], email, age: 12 + (voter % 5), postcode: somePostcode(postcodes, voter) });
    // First choices go round, and every third voter gives no second.
    const first = (voter * voter) % standing.length;
    voters.push({ name: email, token: defined(token ?? undefined), vote: { choices: voter % 3 === 0 ? [first + 1] : [first + 1, ((first + 1) % standing.length) + 1] } });
  }
  await castInBulk(pollId, voters);
}
