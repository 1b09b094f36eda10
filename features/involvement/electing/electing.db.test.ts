import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contests, elections } from "#db/schema/elections/elections.ts";
import { nominations, nominators } from "#db/schema/elections/nominations.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import { orderByLot } from "#domain/elections/ballot-order.ts";
import { fillOffices } from "#domain/elections/offices.ts";
import { deleteAccount } from "#features/accounts/delete-account.ts";
import { answerNominator } from "#features/elections/nominations/answer-nominator.ts";
import { askConsent, giveConsent } from "#features/elections/nominations/ask-consent.ts";
import { askNominator } from "#features/elections/nominations/ask-nominator.ts";
import { decideNomination, recordPaperConsent } from "#features/elections/nominations/decide-nomination.ts";
import type { NominationContent } from "#features/elections/nominations/nomination-content.ts";
import { forgetCandidates } from "#features/elections/nominations/forget-candidates.ts";
import { findOwnNomination, listCandidates, listNominations } from "#features/elections/nominations/queries.ts";
import { recordPaperNominators } from "#features/elections/nominations/record-paper-nominators.ts";
import { saveNomination } from "#features/elections/nominations/save-nomination.ts";
import { sendNomination } from "#features/elections/nominations/send-nomination.ts";
import { withdrawNomination } from "#features/elections/nominations/withdraw-nomination.ts";
import { drawLot } from "#features/elections/papers/draw-lot.ts";
import { listContestResults } from "#features/elections/results/queries.ts";
import { stageOfElection } from "#features/elections/queries.ts";
import { followPoll } from "#features/involvement/following/follow-polls.ts";
import { getVoteAtHand, listSubjectsAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { getBallotPaper, listLoggedAmendments } from "#features/voting/polls/queries.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { getOfficeResult } from "#features/voting/results/queries.ts";
import { optionsForVoter } from "#domain/voting/ballot-paper.ts";
import { apart, inTransaction } from "#db/client.ts";
import { storePhoto } from "#platform/photos/keep-photo.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { fillBox } from "#testing/factories/ballot-box.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { closeElection } from "./close-election.ts";
import { createElection } from "./create-election.ts";
import { giveNotice } from "./give-notice.ts";
import { publishPapers } from "./publish-papers.ts";
import { getElectionForOfficers, getElectionInView } from "./queries.ts";
import { setUpElection } from "./set-up-election.ts";

const { db } = await testDatabase();
const council = await makeCouncil();
const author = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const returning = await makeOfficer(council, "returning-officer");
const anybody = { ...council, kind: "public" } as unknown as PublicScope;
const TITLE = { en: "Young mayor election", cy: "Etholiad y maer ifanc" };

const real = new Date();
const today = londonDay(real);
const pollingDay = addDays(today, 70);
/** Moves our clock, not the database's. */
const goTo = (daysBefore: number, time = "12:00"): void => void vi.setSystemTime(londonInstant(addDays(pollingDay, -daysBefore), time));

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: real }));
afterEach(() => void vi.useRealTimers());

const CONTENT: NominationContent = {
  writtenIn: "en",
  givenName: "Amara",
  surname: "Okafor",
  showsSurname: true,
  school: "Millbrook High",
  yearGroup: 10,
  born: addDays(pollingDay, -15 * 366),
  statement: "Free buses for under 18s. And more.",
  otherStatement: "",
  promises: "Free buses",
  otherPromises: "",
  videoUrl: "",
  videoCaptioned: false,
  parentName: "",
  parentEmail: "",
  photo: { photoId: null, alt: { en: "", cy: "" } },
};

async function draft(nominatorsNeeded = 2): Promise<string> {
  const made = await createElection(author, { once: randomId(), title: TITLE, template: "young-mayor", pollingDay });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { engagementId } = made.value;
  const { election, title, summary } = await getElectionForOfficers(author, engagementId);
  expect(await setUpElection(author, { engagementId, title, summary, rules: { ...election, nominators: nominatorsNeeded, candidateMinAge: 11 } })).toEqual({ ok: true, value: undefined });
  return engagementId;
}

/** Notice is given, and nominations are open. */
async function open(nominatorsNeeded = 2): Promise<{ engagementId: string; electionId: string; contestId: string; pollId: string; slug: string }> {
  const engagementId = await draft(nominatorsNeeded);
  expect(await giveNotice(approver, engagementId)).toEqual({ ok: true, value: undefined });
  const { slug, election } = await getElectionForOfficers(author, engagementId);
  goTo(50);
  return { engagementId, electionId: election.id, contestId: election.contests[0]!.id, pollId: election.contests[0]!.pollId, slug };
}

interface Standing {
  readonly who: ActorScope;
  readonly at: { readonly electionId: string; readonly contestId: string; readonly number: number };
}

async function begin({ electionId, contestId }: { readonly electionId: string; readonly contestId: string }, content: Partial<NominationContent> = {}): Promise<Standing> {
  const who = await makeOfficer(council);
  const saved = await saveNomination(who, { electionId, contestId, content: { ...CONTENT, ...content } });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return { who, at: { electionId, contestId, number: saved.value.number } };
}

const words = { reason: { en: "", cy: "" }, tellApart: { en: "", cy: "" }, title: TITLE, slug: "x" };
const paper = (at: Standing["at"], ...names: string[]) => recordPaperNominators(returning, { ...at, people: names.map((name) => ({ name, school: "Fellside" })) });

async function accepted(where: { readonly electionId: string; readonly contestId: string }, content: Partial<NominationContent> = {}): Promise<Standing> {
  const standing = await begin(where, content);
  expect(await paper(standing.at, `First of ${randomId()}`, `Second of ${randomId()}`)).toMatchObject({ ok: true, value: { added: 2 } });
  expect(await sendNomination(standing.who, standing.at)).toEqual({ ok: true, value: undefined });
  expect(await decideNomination(returning, { ...standing.at, act: "accept", ...words })).toEqual({ ok: true, value: undefined });
  return standing;
}

/** The code in the newest letter to an address. */
async function codeOf(address: string): Promise<string> {
  const letters = await db.select().from(mailMessages).where(eq(mailMessages.recipient, address));
  return /\/(?:nominate|consent)\/(\w+)/.exec(letters.at(-1)?.body ?? "")?.[1] ?? "";
}

describe("setting an election up", () => {
  test("makes offices, a poll and a calendar from the template, once for one form", async () => {
    const once = randomId();
    const input = { once, title: TITLE, template: "young-mayor" as const, pollingDay };
    expect(await createElection(author, input)).toEqual({ ok: true, value: { engagementId: once } });
    expect(await createElection(author, input)).toEqual({ ok: true, value: { engagementId: once } });
    const { election } = await getElectionForOfficers(author, once);
    expect(election.offices.map(({ places }) => places)).toEqual([1, 1, 2]);
    expect(election.calendar.nominationsCloseOn).toBe(addDays(pollingDay, -28));
    expect(election.contests).toHaveLength(1);
  });
  test("is refused for a day that is over, and by the database where the days are out of order", async () => {
    expect(await createElection(author, { once: randomId(), title: TITLE, template: "young-mayor", pollingDay: today })).toMatchObject({ ok: false, error: [{ field: "pollingDay" }] });
    const engagementId = await draft();
    const { election, title, summary } = await getElectionForOfficers(author, engagementId);
    const calendar = { ...election.calendar, withdrawByOn: pollingDay };
    expect(await setUpElection(author, { engagementId, title, summary, rules: { ...election, calendar } })).toMatchObject({ ok: false, error: [{ field: "votingOpensOn" }] });
    expect(await refusalOf(db.update(elections).set({ withdrawByOn: pollingDay }).where(eq(elections.id, election.id)))).toContain("elections_calendar_check");
  });
  test("notice is given by somebody else than its author, and fixes the rules", async () => {
    const engagementId = await draft();
    await expect(giveNotice(author, engagementId)).rejects.toMatchObject({ reason: "forbidden" });
    // Somebody of two roles who changed its rules gives no notice of them either.
    const both = await makeOfficer(council, "engagement-officer", "approver");
    const mine = await draft();
    const drafted = await getElectionForOfficers(both, mine);
    expect(await setUpElection(both, { engagementId: mine, title: drafted.title, summary: drafted.summary, rules: drafted.election })).toMatchObject({ ok: true });
    expect(await giveNotice(both, mine)).toMatchObject({ error: [{ code: "own-work" }] });
    expect(await giveNotice(both, await draft())).toMatchObject({ ok: true });
    expect(await giveNotice(approver, engagementId)).toEqual({ ok: true, value: undefined });
    expect(await giveNotice(approver, engagementId)).toEqual({ ok: true, value: undefined });
    const { election, title, summary, slug } = await getElectionForOfficers(author, engagementId);
    expect((await getElectionInView(anybody, slug)).election.id).toBe(election.id);
    await expect(setUpElection(author, { engagementId, title, summary, rules: election })).rejects.toMatchObject({ reason: "forbidden" });
  });
});

describe("a nomination", () => {
  test("is written only while nominations are open, once by each person, with no more than 200 words", async () => {
    const engagementId = await draft();
    await giveNotice(approver, engagementId);
    const { election } = await getElectionForOfficers(author, engagementId);
    const where = { electionId: election.id, contestId: election.contests[0]!.id };
    const who = await makeOfficer(council);
    expect(await saveNomination(who, { ...where, content: CONTENT })).toMatchObject({ error: [{ code: "nominations-before" }] });
    goTo(50);
    expect(await saveNomination(who, { ...where, content: { ...CONTENT, statement: "word ".repeat(201) } })).toMatchObject({ error: [{ field: "statement", code: "too-many-words" }] });
    expect(await saveNomination(who, { ...where, content: CONTENT })).toEqual({ ok: true, value: { number: 1 } });
    expect(await saveNomination(who, { ...where, content: { ...CONTENT, givenName: "Amy" } })).toEqual({ ok: true, value: { number: 1 } });
    expect(await refusalOf(db.update(nominations).set({ statementEn: "word ".repeat(201) }).where(eq(nominations.contestId, where.contestId)))).toContain("nominations_words_check");
    goTo(27);
    expect(await saveNomination(who, { ...where, content: CONTENT })).toMatchObject({ error: [{ code: "nominations-over" }] });
  });

  test("counts a nominator by their code, and refuses one who nominated somebody else", async () => {
    const where = await open(1);
    const [one, other] = [await begin(where), await begin(where, { givenName: "Rhys" })];
    const ask = (standing: Standing, email: string) => askNominator(standing.who, { ...standing.at, name: "Nia", email, title: TITLE, slug: where.slug });
    expect(await ask(one, one.who.actor.email)).toMatchObject({ error: { code: "own-address" } });
    expect(await ask(one, "nia@example.org")).toMatchObject({ ok: true });
    const code = await codeOf("nia@example.org");
    const answer = (with_: string, yes = true) => answerNominator(anybody, { electionId: where.electionId, code: with_, yes, name: "Nia Puw", school: "Fellside" });
    expect(await answer(code)).toEqual({ ok: true, value: undefined });
    expect(await answer(code)).toEqual({ ok: true, value: undefined });
    expect(await ask(one, "NIA+again@example.org")).toMatchObject({ error: { code: "has-confirmed" } });
    expect(await ask(other, "nia+two@example.org")).toMatchObject({ ok: true });
    expect(await answer(await codeOf("nia+two@example.org"))).toEqual({ ok: false, error: "nominates-another" });
    expect(await findOwnNomination(other.who, where.electionId)).toMatchObject({ confirmed: 0 });
    expect(await refusalOf(db.update(nominators).set({ confirmedAt: real }).where(eq(nominators.contestId, where.contestId)))).toContain("nominators_once_key");
    await expect(answer("NOBODYSCODE9")).rejects.toMatchObject({ reason: "not-found" });
  });

  test("floods nobody with letters, whatever follows a plus sign", async () => {
    const where = await open(1);
    const [one, other] = [await begin(where), await begin(where, { givenName: "Rhys" })];
    const ask = async ({ who, at }: Standing, email: string) => (await askNominator(who, { ...at, name: "Nia", email, title: TITLE, slug: where.slug })).ok;
    for (const each of [one, other, one, other, one]) expect(await ask(each, "flood+a@example.org")).toBe(true);
    expect(await ask(other, "Flood+b@example.org")).toBe(false);
    expect(await ask(one, "somebody.else@example.org")).toBe(true);
    expect(await db.select().from(mailMessages).where(eq(mailMessages.recipient, "flood+a@example.org"))).toHaveLength(5);
  });

  test("takes names from a paper form, all of them or none", async () => {
    const where = await open(2);
    const [one, other] = [await begin(where), await begin(where)];
    expect(await paper(one.at, "Sam Lee", "Kim Ho")).toMatchObject({ value: { added: 2 } });
    expect(await paper(one.at, "SAM  LEE.", "Jo Roe")).toMatchObject({ value: { added: 1 } });
    expect(await paper(other.at, "Ann Poe", "sam lee")).toMatchObject({ ok: false, error: [{ code: "nominator-used", params: { name: "sam lee" } }] });
    expect(await findOwnNomination(other.who, where.electionId)).toMatchObject({ nominators: [] });
  });

  test("is sent with enough people behind it, and accepted by the returning officer alone; the database counts too", async () => {
    const where = await open(2);
    const { who, at } = await begin(where);
    expect(await sendNomination(who, at)).toMatchObject({ error: [{ code: "too-few-nominators", params: { more: 2 } }] });
    await paper(at, "A B");
    expect(await refusalOf(db.update(nominations).set({ state: "accepted", decidedAt: real, decidedBy: returning.actor.personId }).where(eq(nominations.contestId, where.contestId)))).toContain("has 1 of 2 nominators");
    await paper(at, "C D");
    expect(await sendNomination(who, at)).toMatchObject({ ok: true });
    expect(await sendNomination(who, at)).toMatchObject({ ok: true });
    await expect(decideNomination(author, { ...at, act: "accept", ...words })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await decideNomination(returning, { ...at, act: "reject", ...words })).toMatchObject({ error: [{ code: "reason-missing" }] });
    expect(await listCandidates(anybody, [where.contestId])).toEqual([]);
    expect(await decideNomination(returning, { ...at, act: "accept", ...words })).toMatchObject({ ok: true });
    expect(await listCandidates(anybody, [where.contestId])).toMatchObject([{ name: { en: "Amara Okafor" } }]);
    expect(await refusalOf(db.update(nominations).set({ state: "draft" }).where(eq(nominations.contestId, where.contestId)))).toContain("is decided");
    expect(await db.select().from(mailMessages).where(eq(mailMessages.recipient, who.actor.email))).toHaveLength(1);
  });

  test("of a child under 13 waits for a parent, by link or on paper", async () => {
    const where = await open(0);
    const child = { born: addDays(pollingDay, -12 * 365), parentName: "Pat Okafor", parentEmail: "pat@example.org" };
    const { who, at } = await begin(where, child);
    expect(await sendNomination(who, at)).toMatchObject({ error: [{ code: "no-consent" }] });
    expect(await askConsent(who, { ...at, title: TITLE, slug: where.slug })).toMatchObject({ ok: true });
    const code = await codeOf("pat@example.org");
    const answer = (yes: boolean) => giveConsent(anybody, { electionId: where.electionId, code, yes, name: "Pat Okafor" });
    expect(await answer(true)).toMatchObject({ ok: true });
    expect(await answer(false)).toMatchObject({ ok: true });
    expect(await sendNomination(who, at)).toMatchObject({ error: [{ code: "no-consent" }] });
    expect(await recordPaperConsent(returning, { ...at, name: "Pat Okafor" })).toMatchObject({ ok: true });
    expect(await sendNomination(who, at)).toMatchObject({ ok: true });
    // Another parent is another consent.
    const again = await begin(where, { ...child, parentEmail: "lee@example.org" });
    await recordPaperConsent(returning, { ...again.at, name: "Lee" });
    await saveNomination(again.who, { ...where, content: { ...CONTENT, ...child, parentEmail: "kim@example.org" } });
    expect(await findOwnNomination(again.who, where.electionId)).toMatchObject({ consent: "needed" });
    // So is what is shown of the child, once anything of it is changed; the same once more is the same.
    for (const change of [{ showsSurname: false }, { statement: "Something else" }, { videoUrl: "https://example.org/v", videoCaptioned: true }]) {
      const content = { ...CONTENT, ...child, parentEmail: "kim@example.org" };
      await saveNomination(again.who, { ...where, content });
      await recordPaperConsent(returning, { ...again.at, name: "Kim" });
      await saveNomination(again.who, { ...where, content });
      expect(await findOwnNomination(again.who, where.electionId)).toMatchObject({ consent: "given" });
      await saveNomination(again.who, { ...where, content: { ...content, ...change } });
      expect(await findOwnNomination(again.who, where.electionId)).toMatchObject({ consent: "needed" });
    }
    // Nobody agrees for themselves.
    await saveNomination(again.who, { ...where, content: { ...CONTENT, ...child, parentEmail: again.who.actor.email.replace("@", "+mum@") } });
    expect(await askConsent(again.who, { ...again.at, title: TITLE, slug: where.slug })).toMatchObject({ error: { code: "parent-own-address" } });
  });

  test("sent in one window stays as it was sent, whatever another window saves", async () => {
    const where = await open(0);
    const { who, at } = await begin(where);
    let late: ReturnType<typeof saveNomination> | undefined;
    await inTransaction(async (tx) => {
      await tx.update(nominations).set({ state: "sent", sentAt: real }).where(eq(nominations.contestId, where.contestId));
      late = apart(() => saveNomination(who, { ...where, content: { ...CONTENT, statement: "Put in afterwards" } }));
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await late).toMatchObject({ error: [{ code: "already-sent" }] });
    expect(await findOwnNomination(who, where.electionId)).toMatchObject({ number: at.number, statement: { en: CONTENT.statement } });
  });

  test("of the returning officer is decided by another", async () => {
    const where = await open(1);
    const saved = await saveNomination(returning, { ...where, content: CONTENT });
    const at = { electionId: where.electionId, contestId: where.contestId, number: saved.ok ? saved.value.number : 0 };
    await expect(paper(at, "A B")).rejects.toMatchObject({ reason: "forbidden" });
    await expect(decideNomination(returning, { ...at, act: "reject", ...words, reason: TITLE })).rejects.toMatchObject({ reason: "forbidden" });
    await expect(recordPaperConsent(returning, { ...at, name: "Pat" })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await withdrawNomination(returning, at)).toMatchObject({ ok: true });
  });

  test("stands in one contest of an election by wards: a draft moves with its photo and asks its nominators anew, and what was sent stays", async () => {
    const wards = await makeCouncil();
    await makeWard(wards, "Abbey");
    await makeWard(wards, "Brook");
    const [officer, notice, who] = [await makeOfficer(wards, "engagement-officer"), await makeOfficer(wards, "approver"), await makeOfficer(wards)];
    const begun = await createElection(officer, { once: randomId(), title: TITLE, template: "youth-council", pollingDay });
    if (!begun.ok) throw new Error(JSON.stringify(begun.error));
    const { engagementId } = begun.value;
    const drafted = await getElectionForOfficers(officer, engagementId);
    expect(await setUpElection(officer, { engagementId, title: drafted.title, summary: drafted.summary, rules: { ...drafted.election, nominators: 1 } })).toMatchObject({ ok: true });
    expect(await giveNotice(notice, engagementId)).toMatchObject({ ok: true });
    const { election, slug } = await getElectionForOfficers(officer, engagementId);
    vi.setSystemTime(election.at.nominationsOpenAt);
    const [abbey, brook] = election.contests.map(({ id }) => id) as [string, string];
    const photo = { photoId: await storePhoto(wards.council.id, { width: 300, height: 300, sizes: [{ width: 300, format: "webp", content: Buffer.from("a picture") }] }), alt: { en: "Amara smiling", cy: "" } };
    const save = (contestId: string) => saveNomination(who, { electionId: election.id, contestId, content: { ...CONTENT, photo } });
    const ask = (contestId: string, number: number, email: string) => askNominator(who, { electionId: election.id, contestId, number, name: "Bo", email, title: TITLE, slug });

    expect(await save(abbey)).toEqual({ ok: true, value: { number: 1 } });
    expect(await ask(abbey, 1, "bo@wards.example")).toMatchObject({ ok: true });
    expect(await save(brook)).toEqual({ ok: true, value: { number: 1 } });
    expect(await db.select().from(nominations).where(eq(nominations.personId, who.actor.personId))).toHaveLength(1);
    expect(await findOwnNomination(who, election.id)).toMatchObject({ contestId: brook, photo: { id: photo.photoId }, nominators: [] });
    // The database holds to it too.
    const [own] = await db.select().from(nominations).where(eq(nominations.personId, who.actor.personId));
    expect(await refusalOf(db.insert(nominations).values({ ...own!, id: randomId(), contestId: abbey, photoId: null }))).toContain("nominations_election_person_key");

    expect(await ask(brook, 1, "bo@wards.example")).toMatchObject({ ok: true });
    const visitor = { ...wards, kind: "public" } as unknown as PublicScope;
    expect(await answerNominator(visitor, { electionId: election.id, code: await codeOf("bo@wards.example"), yes: true, name: "Bo", school: "Fellside" })).toMatchObject({ ok: true });
    expect(await sendNomination(who, { electionId: election.id, contestId: brook, number: 1 })).toMatchObject({ ok: true });
    for (const contestId of [abbey, brook]) expect(await save(contestId)).toEqual({ ok: false, error: [{ field: "", code: "already-sent" }] });

    // Who stepped back in one ward may stand in another, and sees that one.
    expect(await withdrawNomination(who, { electionId: election.id, contestId: brook, number: 1 })).toMatchObject({ ok: true });
    expect(await saveNomination(who, { electionId: election.id, contestId: abbey, content: CONTENT })).toEqual({ ok: true, value: { number: 1 } });
    expect(await findOwnNomination(who, election.id)).toMatchObject({ contestId: abbey, state: "draft" });
  });
  test("of one name with another is told apart, or not accepted", async () => {
    const where = await open();
    await accepted(where);
    const twin = await begin(where);
    await paper(twin.at, "E F", "G H");
    await sendNomination(twin.who, twin.at);
    expect(await decideNomination(returning, { ...twin.at, act: "accept", ...words })).toMatchObject({ error: [{ field: "tellApartEn", code: "names-alike" }] });
    const other = await accepted(where, { school: "Quay Sixth Form" });
    expect((await listCandidates(anybody, [where.contestId])).map(({ name }) => name.en)).toEqual(["Amara Okafor (Millbrook High)", "Amara Okafor (Quay Sixth Form)"]);
    expect(other.at.number).toBe(3);
  });

  test("without a surname shown shows none, to anybody", async () => {
    const where = await open();
    await accepted(where, { showsSurname: false });
    expect(JSON.stringify(await listCandidates(anybody, [where.contestId]))).not.toContain("Okafor");
  });
});

describe("from the lot to the declaration", () => {
  test("the order of names is drawn once from a published seed, after withdrawals", async () => {
    const where = await open();
    const all = [await accepted(where), await accepted(where, { givenName: "Rhys" }), await accepted(where, { givenName: "Saira" })];
    const lot = { electionId: where.electionId, contestId: where.contestId, witness: "Wyn" };
    expect(await drawLot(returning, lot)).toEqual({ ok: false, error: "too-early" });
    goTo(20);
    expect(await drawLot(returning, lot)).toEqual({ ok: true, value: undefined });
    const [contest] = (await getElectionForOfficers(author, where.engagementId)).election.contests;
    const seed = contest?.lot?.seed ?? "";
    expect(await drawLot(returning, { ...lot, witness: "Another" })).toEqual({ ok: true, value: undefined });
    expect((await getElectionForOfficers(author, where.engagementId)).election.contests[0]?.lot).toMatchObject({ seed, witness: "Wyn" });
    const drawn = orderByLot(all.map(({ at }) => ({ number: at.number })), seed).map(({ number }) => number);
    expect((await listCandidates(anybody, [where.contestId])).map(({ number }) => number)).toEqual(drawn);
    expect(await refusalOf(db.update(contests).set({ lotSeed: "another" }).where(eq(contests.id, where.contestId)))).toContain("is drawn");
  });

  test("one who withdraws before printing leaves the paper; after it stays, voters are told, and the office goes to the next", async () => {
    const where = await open();
    const all = [];
    for (const givenName of ["Amara", "Rhys", "Saira", "Tomasz", "Ellie"]) all.push(await accepted(where, { givenName, surname: "" }));
    goTo(20);
    await drawLot(returning, { electionId: where.electionId, contestId: where.contestId, witness: "Wyn" });
    expect(await withdrawNomination(all[4]!.who, all[4]!.at)).toEqual({ ok: true, value: { printed: false } });
    await expect(publishPapers(author, where.engagementId)).rejects.toMatchObject({ reason: "forbidden" });
    expect(await publishPapers(returning, where.engagementId)).toEqual({ ok: true, value: undefined });
    expect(await publishPapers(returning, where.engagementId)).toEqual({ ok: true, value: undefined });
    const paper_ = await getBallotPaper(anybody, where.pollId);
    expect(paper_.options.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(paper_.options.map(({ title }) => title.en)).not.toContain("Ellie");
    expect(optionsForVoter(paper_, "one")).toEqual(optionsForVoter(paper_, "another"));
    const vote = await getVoteAtHand(anybody, where.slug);
    expect(vote.ballots).toMatchObject([{ holds: "candidates", pollId: where.pollId }]);
    expect((await listSubjectsAtHand(anybody, vote.ballots[0]!)).size).toBe(4);

    // Whoever stands first on the paper will win, and steps back while people vote.
    const [first] = await db.select().from(nominations).where(and(eq(nominations.contestId, where.contestId), eq(nominations.place, 1)));
    const winner = all.find(({ at }) => at.number === first?.number)!;
    expect(await withdrawNomination(winner.who, winner.at)).toEqual({ ok: true, value: { printed: true } });
    expect(await listLoggedAmendments(where.pollId)).toHaveLength(1);
    // The name stays on the paper, and nothing else of them is shown.
    expect((await listCandidates(anybody, [where.contestId])).find(({ withdrawn }) => withdrawn)).toMatchObject({ place: 1, statement: { en: "" }, promises: { en: "" }, photo: null, videoUrl: "" });

    vi.useRealTimers();
    await fillBox(council, where.pollId, [{ times: 40, choices: [1] }, { times: 30, choices: [2] }, { times: 20, choices: [3] }, { times: 10, choices: [4] }]);
    expect(await closeElection(returning, { engagementId: where.engagementId, earlyBecause: "" })).toEqual({ ok: false, error: "still-open" });
    expect(await closeElection(returning, { engagementId: where.engagementId, earlyBecause: "Test" })).toEqual({ ok: true, value: undefined });
    expect(await withdrawNomination(all[1]!.who, all[1]!.at)).toMatchObject(winner === all[1] ? { ok: true } : { ok: false, error: "too-late" });
    expect(await countPoll(council, where.pollId)).toMatchObject({ ok: true });
    expect(await declareResult(returning, { pollId: where.pollId, name: "Ros" })).toMatchObject({ ok: true });
    await inTransaction((tx) => followPoll(tx, council, where.pollId));
    const view = await getElectionForOfficers(author, where.engagementId);
    expect(view.state).toBe("decided");
    expect(stageOfElection(view.election, new Date())).toBe("declared");
    const { declared } = await getOfficeResult(anybody, where.pollId);
    const outcome = declared!.sheet.outcome;
    expect(outcome.winners).toEqual(["1", "2", "3", "4"]);
    expect(fillOffices(view.election.offices, outcome, new Set(["1"])).map(({ holders }) => holders)).toEqual([["2"], ["3"], ["4"]]);
    // Once candidates are taken down only those elected are named.
    const namesOn = async (removedAt: Date | null) => (await listContestResults(anybody, { ...view.election, removedAt })).flatMap((result) => [...(result.declared?.names.values() ?? [])].map(({ cy }) => cy));
    const names = await namesOn(null);
    expect(names).toHaveLength(4);
    expect(names.join()).not.toContain("Ymgeisydd");
    expect(await namesOn(new Date())).toEqual(["Ymgeisydd 1", ...names.slice(1)]);
  });

  test("no paper is made while a nomination waits, without a lot, or of one candidate", async () => {
    const where = await open();
    await accepted(where);
    goTo(20);
    expect(await drawLot(returning, { electionId: where.electionId, contestId: where.contestId, witness: "Wyn" })).toEqual({ ok: false, error: "too-few-candidates" });
    expect(await publishPapers(returning, where.engagementId)).toMatchObject({ error: [{ code: "too-few-candidates" }] });
    expect(await listNominations(author, where.electionId)).toHaveLength(1);
    // Who checks proposals or moderates ideas has no business with children's births and parents.
    for (const role of ["moderator", "service-reviewer"] as const) await expect(listNominations(await makeOfficer(council, role), where.electionId)).rejects.toMatchObject({ reason: "forbidden" });
  });
});

test("on the day it said, an election forgets who stood and who nominated them, and no other election does", async () => {
  const [over, other] = [await open(), await open()];
  const { who } = await accepted(over, { surname: "Okafor" });
  const refused = await begin(over, { givenName: "Rhys" });
  await paper(refused.at, "Hil Ash", "Ida Ash");
  await sendNomination(refused.who, refused.at);
  expect(await decideNomination(returning, { ...refused.at, act: "reject", ...words, reason: { en: "Rhys Okafor is too old", cy: "" } })).toEqual({ ok: true, value: undefined });
  await accepted(other);
  await forgetCandidates();
  expect(await listCandidates(anybody, [over.contestId])).toMatchObject([{ name: { en: "Amara Okafor" } }]);
  const past = (days: number) => addDays(today, -days);
  await db
    .update(elections)
    .set({ noticeOn: past(90), nominationsOpenOn: past(80), nominationsCloseOn: past(70), withdrawByOn: past(60), votingOpensOn: past(50), pollingDay: past(40), resultsOn: past(39), removedOn: today })
    .where(eq(elections.id, over.electionId));
  await forgetCandidates();
  expect(JSON.stringify(await db.select().from(nominations).where(eq(nominations.contestId, over.contestId)))).not.toMatch(/Amara|Okafor|Millbrook/);
  expect(await db.select().from(nominators).where(eq(nominators.contestId, over.contestId))).toEqual([]);
  expect(await findOwnNomination(who, over.electionId)).toBeNull();
  expect((await getElectionInView(anybody, over.slug)).election.removedAt).toBeInstanceOf(Date);
  expect(await listCandidates(anybody, [other.contestId])).toMatchObject([{ name: { en: "Amara Okafor" } }]);
});

test("with an account goes what its person wrote to stand, and a parent's address; who was accepted stands on", async () => {
  const where = await open(1);
  const child = { born: addDays(pollingDay, -12 * 365), parentName: "Pat Okafor", parentEmail: "pat@example.org" };
  const [writing, waiting, stands] = [await begin(where, child), await begin(where, { ...child, givenName: "Rhys" }), await accepted(where, { givenName: "Saira" })];
  await paper(writing.at, "A B");
  await paper(waiting.at, "C D");
  await recordPaperConsent(returning, { ...waiting.at, name: "Pat Okafor" });
  expect(await sendNomination(waiting.who, waiting.at)).toEqual({ ok: true, value: undefined });
  for (const { who } of [writing, waiting, stands]) {
    await db.delete(memberships).where(eq(memberships.personId, who.actor.personId));
    expect(await deleteAccount({ ...who.actor, locale: "en", sessionHash: "" })).toEqual({ ok: true, value: undefined });
  }
  const left = await db.select().from(nominations).where(eq(nominations.contestId, where.contestId)).orderBy(nominations.number);
  expect(left.map(({ number, state, givenName, parentEmail, born }) => [number, state, givenName, parentEmail, born === null])).toEqual([
    [2, "withdrawn", "", "", true],
    [3, "accepted", "Saira", "", false],
  ]);
  expect((await db.select().from(nominators).where(eq(nominators.contestId, where.contestId))).map(({ nominationId }) => nominationId === left[1]?.id)).toEqual([true, true]);
});
