import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { addDays, londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { calendarFor, instantsOf } from "#domain/elections/calendar.ts";
import { TEMPLATES_OF_ELECTIONS, type ElectionTemplate, type OfficeRule } from "#domain/elections/template.ts";
import { decideNomination } from "#features/elections/nominations/decide-nomination.ts";
import { saveNomination } from "#features/elections/nominations/save-nomination.ts";
import { sendNomination } from "#features/elections/nominations/send-nomination.ts";
import { drawLot } from "#features/elections/papers/draw-lot.ts";
import { createElection } from "#features/involvement/electing/create-election.ts";
import { giveNotice } from "#features/involvement/electing/give-notice.ts";
import { publishPapers } from "#features/involvement/electing/publish-papers.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { setUpElection } from "#features/involvement/electing/set-up-election.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import { makeWard } from "./polls.ts";
import { makeOfficer } from "./votes.ts";

export interface ElectionMade {
  readonly engagementId: string;
  readonly electionId: string;
  readonly contestId: string;
  readonly pollId: string;
  readonly slug: string;
  readonly author: ActorScope;
  readonly returning: ActorScope;
  /** In the order they were accepted. */
  readonly candidates: readonly { readonly who: ActorScope; readonly number: number }[];
}

const TITLE = { en: "Young mayor election", cy: "Etholiad y maer ifanc" };

/** Moves the days of an election, as if it had begun earlier or later: its candidates stood while nominations were open. */
export async function moveCalendar(engagementId: string, pollingDay: CivilDay, template: ElectionTemplate = "young-mayor"): Promise<void> {
  const calendar = calendarFor(pollingDay, TEMPLATES_OF_ELECTIONS[template].days);
  const [row] = await database().select({ electionId: engagements.electionId }).from(engagements).where(eq(engagements.id, engagementId));
  await database().update(elections).set(calendar).where(eq(elections.id, row?.electionId ?? ""));
  const { opensAt, closesAt, resultsAt } = instantsOf(calendar);
  await database().update(engagements).set({ opensAt, closesAt, resultsAt }).where(eq(engagements.id, engagementId));
}

export interface StandsAs {
  readonly givenName: string;
  readonly born: CivilDay;
  readonly statement: string;
  /** One on each line. */
  readonly promises?: string;
  readonly school?: string;
  readonly yearGroup?: number;
}

/** Somebody stands in a contest whose nominations are open: written, sent and accepted. */
export async function makeCandidate(council: SystemScope, contest: { readonly electionId: string; readonly contestId: string; readonly returning: ActorScope; readonly title: BilingualText; readonly slug: string }, stands: StandsAs): Promise<{ readonly who: ActorScope; readonly number: number }> {
  const { electionId, contestId, returning, title, slug } = contest;
  const who = await makeOfficer(council);
  const content = { writtenIn: "en" as const, surname: "", showsSurname: false, school: "", yearGroup: null, otherStatement: "", promises: "", otherPromises: "", videoUrl: "", videoCaptioned: false, parentName: "", parentEmail: "", photo: { photoId: null, alt: { en: "", cy: "" } }, ...stands };
  const { number } = await done(saveNomination(who, { electionId, contestId, content }));
  await done(sendNomination(who, { electionId, contestId, number }));
  await done(decideNomination(returning, { electionId, contestId, number, act: "accept", reason: { en: "", cy: "" }, tellApart: { en: "", cy: "" }, title, slug }));
  return { who, number };
}

/** An election of which notice is given and for which these people stand, at a moment when nominations are open. Nobody needs nominators. */
export async function makeNominatedElection(council: SystemScope, names: readonly string[], rule: OfficeRule = "supplementary_vote"): Promise<ElectionMade> {
  const [author, approver, returning] = [await makeOfficer(council, "engagement-officer"), await makeOfficer(council, "approver"), await makeOfficer(council, "returning-officer")];
  const pollingDay = addDays(londonDay(new Date()), 40);
  const { engagementId } = await done(createElection(author, { once: randomId(), title: TITLE, template: "young-mayor", pollingDay }));
  const { election: drafted, title, summary } = await getElectionForOfficers(author, engagementId);
  await done(setUpElection(author, { engagementId, title, summary, rules: { ...drafted, rule, nominators: 0 } }));
  await done(giveNotice(approver, engagementId));
  const { election, slug } = await getElectionForOfficers(author, engagementId);
  const contest = election.contests[0]!;
  const candidates = [];
  for (const givenName of names) candidates.push(await makeCandidate(council, { electionId: election.id, contestId: contest.id, returning, title, slug }, { givenName, born: addDays(pollingDay, -15 * 366), school: "Millbrook High", yearGroup: 10, statement: `${givenName} wants buses.` }));
  return { engagementId, electionId: election.id, contestId: contest.id, pollId: contest.pollId, slug, author, returning, candidates };
}

/** An election by wards whose candidates are accepted, at a moment when the time to withdraw is over and nothing is drawn or declared. */
export async function makeWardElection(council: SystemScope, wards: Readonly<Record<string, readonly string[]>>): Promise<Omit<ElectionMade, "contestId" | "pollId" | "candidates"> & { readonly contests: Readonly<Record<string, string>> }> {
  const [author, approver, returning] = [await makeOfficer(council, "engagement-officer"), await makeOfficer(council, "approver"), await makeOfficer(council, "returning-officer")];
  for (const name of Object.keys(wards)) await makeWard(council, name);
  const { engagementId } = await done(createElection(author, { once: randomId(), title: TITLE, template: "youth-council", pollingDay: addDays(londonDay(new Date()), 34) }));
  const { election: drafted, title, summary } = await getElectionForOfficers(author, engagementId);
  await done(setUpElection(author, { engagementId, title, summary, rules: { ...drafted, nominators: 0 } }));
  await done(giveNotice(approver, engagementId));
  const { election, slug } = await getElectionForOfficers(author, engagementId);
  for (const { id: contestId, name } of election.contests)
    for (const givenName of wards[name.en] ?? [])
      await makeCandidate(council, { electionId: election.id, contestId, returning, title, slug }, { givenName, born: addDays(election.calendar.pollingDay, -15 * 366), school: "Millbrook High", yearGroup: 10, statement: `${givenName} wants buses.`, promises: "Later buses" });
  await moveCalendar(engagementId, addDays(londonDay(new Date()), 8));
  return { engagementId, electionId: election.id, slug, author, returning, contests: Object.fromEntries(election.contests.map(({ id, name }) => [name.en, id])) };
}

/** An election of one contest with its papers made and people voting. */
export async function makeOpenElection(council: SystemScope, names: readonly string[] = ["Amara", "Rhys", "Saira"], rule: OfficeRule = "supplementary_vote"): Promise<ElectionMade> {
  const made = await makeNominatedElection(council, names, rule);
  await moveCalendar(made.engagementId, addDays(londonDay(new Date()), 2));
  await done(drawLot(made.returning, { electionId: made.electionId, contestId: made.contestId, witness: "Wyn" }));
  await done(publishPapers(made.returning, made.engagementId));
  return made;
}
