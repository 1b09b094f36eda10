import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { contestsWithoutPoll } from "#db/schema/elections/elections.ts";
import { electedWithoutPoll, nominations } from "#db/schema/elections/nominations.ts";
import { auditTrail } from "#db/schema/platform.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { withdrawNomination } from "#features/elections/nominations/withdraw-nomination.ts";
import { drawLot } from "#features/elections/papers/draw-lot.ts";
import { listContestResults, listElected } from "#features/elections/results/queries.ts";
import { askForPacks } from "#features/elections/schools/ask-for-packs.ts";
import { joinSchool } from "#features/elections/schools/join-school.ts";
import { electedTable } from "#features/elections/results/ui/elected-data.ts";
import { stageOfElection } from "#features/elections/queries.ts";
import { listElectionYears } from "#features/involvement/election-evaluation/queries.ts";
import { followPoll } from "#features/involvement/following/follow-polls.ts";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { listLoggedAmendments } from "#features/voting/polls/queries.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { fillBox } from "#testing/factories/ballot-box.ts";
import { makeNominatedElection, makeWardElection, moveCalendar } from "#testing/factories/open-elections.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { closeElection } from "./close-election.ts";
import { declareUncontested } from "./declare-uncontested.ts";
import { publishPapers } from "./publish-papers.ts";
import { getElectionForOfficers, getElectionInView, listElectionsWaiting } from "./queries.ts";

const { db } = await testDatabase();

test("wards with nobody too many are declared without a vote, for good, and the others go on to theirs", async () => {
  const council = await makeCouncil();
  const anybody = { ...council, kind: "public" } as unknown as PublicScope;
  const { engagementId, electionId, slug, author, returning, contests } = await makeWardElection(council, { Abbey: ["Amara"], Brook: ["Bo", "Cai"], Cwm: [] });
  const [abbey, brook, cwm] = [contests["Abbey"]!, contests["Brook"]!, contests["Cwm"]!];
  const declare = (contestId: string, name = "Ros") => declareUncontested(returning, { engagementId, contestId, name });
  const view = () => getElectionForOfficers(author, engagementId);
  const tasks = async () => (await listElectionsWaiting(returning, new Date())).find((each) => each.engagementId === engagementId)?.tasks;

  expect(await tasks()).toEqual([{ kind: "declare-without-poll", count: 2 }, { kind: "draw-lot", count: 1 }]);
  expect(await drawLot(returning, { electionId, contestId: abbey, witness: "Wyn" })).toEqual({ ok: false, error: "too-few-candidates" });
  expect(await drawLot(returning, { electionId, contestId: brook, witness: "Wyn" })).toEqual({ ok: true, value: undefined });
  expect(await publishPapers(returning, engagementId)).toMatchObject({ error: [{ code: "too-few-candidates" }] });
  expect(await declare(brook)).toEqual({ ok: false, error: "poll-needed" });
  await expect(declareUncontested(author, { engagementId, contestId: abbey, name: "Ann" })).rejects.toMatchObject({ reason: "forbidden" });

  expect(await Promise.all([declare(abbey), declare(abbey, "Again")])).toEqual([{ ok: true, value: undefined }, { ok: true, value: undefined }]);
  expect(await declare(cwm)).toEqual({ ok: true, value: undefined });
  const trail = await db.select().from(auditTrail).where(eq(auditTrail.act, "election.declared-without-poll"));
  expect(trail.map(({ thingId }) => thingId).sort()).toEqual([abbey, cwm].sort());
  const [amara] = await db.select().from(nominations).where(eq(nominations.contestId, abbey));
  expect((await view()).election.contests.map(({ withoutPoll }) => withoutPoll && [withoutPoll.outcome, withoutPoll.elected.map(({ name }) => name.en)])).toEqual([["elected", ["Amara"]], null, ["vacant", []]]);

  // Nothing of it is taken back or added to, by whatever way.
  expect(await refusalOf(db.update(contestsWithoutPoll).set({ signed: "Somebody" }).where(eq(contestsWithoutPoll.contestId, abbey)))).toContain("is append-only");
  expect(await refusalOf(db.delete(electedWithoutPoll).where(eq(electedWithoutPoll.contestId, abbey)))).toContain("is append-only");
  expect(await refusalOf(db.insert(nominations).values({ ...amara!, id: randomId(), number: 9, personId: null }))).toContain("ended without a poll");
  expect(await refusalOf(db.update(nominations).set({ state: "withdrawn", withdrawnAt: new Date() }).where(eq(nominations.id, amara!.id)))).toContain("ended without a poll");
  const [poll] = (await view()).election.contests;
  expect(await refusalOf(db.update(polls).set({ state: "ready" }).where(eq(polls.id, poll!.pollId)))).toContain("ended without a poll");
  expect(await withdrawNomination(returning, { electionId, contestId: abbey, number: amara!.number })).toEqual({ ok: false, error: "too-late" });

  expect(await tasks()).toEqual([{ kind: "make-papers", count: 1 }]);
  expect(await publishPapers(returning, engagementId)).toEqual({ ok: true, value: undefined });
  const vote = await getVoteAtHand(anybody, slug);
  expect(vote.ballots.map(({ name }) => name.en)).toEqual(["Brook"]);
  expect(vote.withoutVote).toMatchObject([{ name: { en: "Abbey" }, elected: [{ en: "Amara" }] }, { name: { en: "Cwm" }, elected: [] }]);
  expect((await getVoteOfBallots(author, engagementId)).ballots).toHaveLength(1);
  const joined = await joinSchool(author, { once: randomId(), electionId, name: { en: "Millbrook High", cy: "" }, years: [{ yearGroup: 9, pupils: 30 }] });
  const askFor = (contestId: string) => askForPacks(returning, { once: randomId(), electionId, schoolId: joined.ok ? joined.value.id : "", voteId: engagementId, contestId, classes: [{ yearGroup: 9, name: "9A", slips: 3 }] });
  await expect(askFor(abbey)).rejects.toMatchObject({ reason: "not-found" });
  expect(await askFor(brook)).toEqual({ ok: true, value: undefined });
  const printed = (await view()).election;
  expect(stageOfElection(printed, printed.at.opensAt)).toBe("voting");

  const pollId = vote.ballots[0]!.pollId;
  await fillBox(council, pollId, [{ times: 30, choices: [1] }, { times: 12, choices: [2] }]);
  expect(await closeElection(returning, { engagementId, earlyBecause: "Test" })).toMatchObject({ ok: true });
  expect(await countPoll(council, pollId)).toMatchObject({ ok: true });
  expect(await declareResult(returning, { pollId, name: "Ros" })).toMatchObject({ ok: true });
  await inTransaction((tx) => followPoll(tx, council, pollId));
  const decided = await getElectionInView(anybody, slug);
  expect(decided.state).toBe("decided");
  expect(stageOfElection(decided.election, new Date())).toBe("declared");
  const results = await listContestResults(anybody, decided.election);
  expect(results.map(({ withoutPoll, declared }) => (declared ?? withoutPoll)?.offices[0]?.holders.length)).toEqual([1, 1, 0]);
  expect(electedTable(results).slice(1).map((row) => [row[0], row[5] === "", row[7]])).toEqual([["Abbey", false, "without-vote"], ["Brook", false, "vote"], ["Cwm", true, "vacant"]]);
  expect((await listElected(anybody, decided.election)).map(({ contest, promises }) => [contest.name.en, promises.en])).toEqual([["Abbey", "Later buses"], ["Brook", "Later buses"]]);
  // Of a ward without a vote nobody says that nobody came.
  const { years, areas } = await listElectionYears(anybody, "youth-council");
  expect(years[0]?.areas.map(({ areaId, noVote, voted }) => [areas.get(areaId ?? "")?.name.en, noVote ?? false, voted])).toEqual([["Abbey", true, null], ["Brook", false, 42], ["Cwm", true, null]]);
});

test("everybody reads of it on every page of the election, in both languages, and whoever comes to vote is told", async () => {
  const council = await makeCouncil();
  const { engagementId, slug, electionId, returning, contests } = await makeWardElection(council, { Abbey: ["Amara"], Brook: ["Bo", "Cai"], Cwm: [] });
  for (const ward of ["Abbey", "Cwm"]) expect(await declareUncontested(returning, { engagementId, contestId: contests[ward]!, name: "Ros Lloyd" })).toMatchObject({ ok: true });
  expect(await drawLot(returning, { electionId, contestId: contests["Brook"]!, witness: "Wyn" })).toMatchObject({ ok: true });
  expect(await publishPapers(returning, engagementId)).toMatchObject({ ok: true });
  const read = async (locale: "en" | "cy", route: Promise<unknown>, more: Readonly<Record<string, string>> = {}) => {
    const { GET } = (await route) as { readonly GET: (request: Request, context: { readonly params: Promise<Record<string, string>> }) => Promise<Response> };
    const answer = await GET(new Request(`http://localhost:3000/${locale}/${council.council.slug}`), { params: Promise.resolve({ locale, council: council.council.slug, election: slug, vote: slug, ...more }) });
    return `${String(answer.status)} ${(await answer.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")}`;
  };
  const ELECTIONS = "../../../app/[locale]/[council]/(public)/elections/[election]";
  expect(await read("en", import(`${ELECTIONS}/route.tsx`))).toMatch(/Amara is elected without a vote: .*Nobody stood, so nobody is elected\./);
  expect(await read("cy", import(`${ELECTIONS}/results/route.tsx`))).toMatch(/Etholir Amara heb bleidlais: .*Ni safodd neb, felly/);
  expect(await read("en", import(`${ELECTIONS}/candidates/[contest]/[candidate]/route.tsx`), { contest: "abbey", candidate: "1" })).toContain("Elected without a vote. No more people stood");
  const notice = await read("en", import(`${ELECTIONS}/results/[contest]/sheet/route.tsx`), { contest: "abbey" });
  expect(notice).toMatch(/Notice of uncontested election .*Signed: Ros Lloyd.*Hysbysiad o etholiad diwrthwynebiad .*Llofnodwyd: Ros Lloyd/);
  expect(await read("en", import(`${ELECTIONS}/results/[contest]/sheet/route.tsx`), { contest: "cwm" })).toContain("Notice that nobody stood");
  expect(await read("en", import(`${ELECTIONS}/results/elected.csv/route.ts`))).toMatch(/Abbey,[^\n]*Amara,Amara,without-vote/);
  const start = "../../../app/[locale]/[council]/(public)/votes/[vote]";
  expect(await read("en", import(`${start}/eligibility/route.tsx`))).toMatch(/Abbey: no vote is held\. Elected without one: Amara\..*Cwm: no vote is held\. Nobody stood/);
});

test("the database declares nothing that does not follow from the nominations", async () => {
  const council = await makeCouncil();
  const { returning, contests } = await makeWardElection(council, { Abbey: ["Amara"], Brook: ["Bo", "Cai"] });
  const [amara] = await db.select().from(nominations).where(eq(nominations.contestId, contests["Abbey"]!));
  const insert = (contestId: string, outcome: "elected" | "vacant", named: readonly string[]) =>
    inTransaction(async (tx) => {
      await tx.insert(contestsWithoutPoll).values({ contestId, councilId: council.council.id, outcome, declaredAt: new Date(), declaredBy: returning.actor.personId, signed: "Ros" });
      for (const nominationId of named) await tx.insert(electedWithoutPoll).values({ nominationId, contestId, nameEn: "X", nameCy: "X" });
    });
  const brook = (await db.select().from(nominations).where(eq(nominations.contestId, contests["Brook"]!))).map(({ id }) => id);
  expect(await refusalOf(insert(contests["Abbey"]!, "vacant", []))).toContain("does not end without a poll");
  expect(await refusalOf(insert(contests["Abbey"]!, "elected", []))).toContain("does not end without a poll");
  expect(await refusalOf(insert(contests["Abbey"]!, "elected", [brook[0]!]))).toContain("elected_without_poll_nomination_id_contest_id");
  expect(await refusalOf(insert(contests["Brook"]!, "elected", brook))).toContain("does not end without a poll");
  expect(await refusalOf(insert(contests["Brook"]!, "elected", brook.slice(1)))).toContain("does not end without a poll");
  await insert(contests["Abbey"]!, "elected", [amara!.id]);
});

test("an election in which nobody votes at all is decided once the last contest is declared; one left by a withdrawal before the papers too", async () => {
  const council = await makeCouncil();
  const anybody = { ...council, kind: "public" } as unknown as PublicScope;
  const { engagementId, electionId, slug, returning, contests } = await makeWardElection(council, { Abbey: ["Amara", "Ann"], Brook: [] });
  expect(await declareUncontested(returning, { engagementId, contestId: contests["Brook"]!, name: "Ros" })).toMatchObject({ ok: true });
  expect((await getElectionInView(anybody, slug)).state).toBe("approved");
  expect(await drawLot(returning, { electionId, contestId: contests["Abbey"]!, witness: "Wyn" })).toMatchObject({ ok: true });
  expect(await withdrawNomination(returning, { electionId, contestId: contests["Abbey"]!, number: 1 })).toEqual({ ok: true, value: { printed: false } });
  expect(await publishPapers(returning, engagementId)).toMatchObject({ error: [{ code: "too-few-candidates" }] });
  expect(await declareUncontested(returning, { engagementId, contestId: contests["Abbey"]!, name: "Ros" })).toMatchObject({ ok: true });
  const { state, election } = await getElectionInView(anybody, slug);
  expect(state).toBe("decided");
  expect(stageOfElection(election, new Date())).toBe("declared");
  expect((await listElectionYears(anybody, "youth-council")).years).toEqual([]);
  expect((await getVoteAtHand(anybody, slug)).ballots).toEqual([]);
});

test("who is left alone by withdrawals after printing is elected by the vote that goes on, whatever order its rule gives", async () => {
  const council = await makeCouncil();
  const anybody = { ...council, kind: "public" } as unknown as PublicScope;
  const made = await makeNominatedElection(council, ["Amara", "Rhys"], "scottish_stv");
  await moveCalendar(made.engagementId, addDays(londonDay(new Date()), 2));
  expect(await drawLot(made.returning, { electionId: made.electionId, contestId: made.contestId, witness: "Wyn" })).toMatchObject({ ok: true });
  expect(await publishPapers(made.returning, made.engagementId)).toMatchObject({ ok: true });
  expect(await declareUncontested(made.returning, { engagementId: made.engagementId, contestId: made.contestId, name: "Ros" })).toEqual({ ok: false, error: "not-draft" });
  const [first] = await db.select().from(nominations).where(and(eq(nominations.contestId, made.contestId), eq(nominations.place, 1)));
  expect(await withdrawNomination(await makeOfficer(council, "returning-officer"), { electionId: made.electionId, contestId: made.contestId, number: first!.number })).toEqual({ ok: true, value: { printed: true } });
  expect(JSON.stringify(await listLoggedAmendments(made.pollId))).toContain("those who still stand are elected");
  await fillBox(council, made.pollId, [{ times: 20, choices: [1] }]);
  expect(await closeElection(made.returning, { engagementId: made.engagementId, earlyBecause: "Test" })).toMatchObject({ ok: true });
  expect(await countPoll(council, made.pollId)).toMatchObject({ ok: true });
  expect(await declareResult(made.returning, { pollId: made.pollId, name: "Ros" })).toMatchObject({ ok: true });
  const [result] = await listContestResults(anybody, (await getElectionInView(anybody, made.slug)).election);
  expect(result?.declared?.offices[0]?.numbers).toEqual([2]);
});
