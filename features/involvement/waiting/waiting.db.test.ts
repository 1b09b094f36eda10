import { expect, test } from "vitest";
import { reviewAssignments, ideaReviews } from "#db/schema/budgeting/feasibility.ts";
import { ideaModeration, ideas } from "#db/schema/budgeting/ideas.ts";
import type { Checks } from "#domain/budgeting/feasibility.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { askQuestion } from "#features/elections/hustings/ask-question.ts";
import { createElection } from "#features/involvement/electing/create-election.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeNominatedElection, moveCalendar } from "#testing/factories/open-elections.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makeWholeDraft } from "#testing/factories/votes.ts";
import { listElectionsOnDesk, listEngagementsOnDesk, listVotesOnDesk } from "#features/involvement/workspace/queries.ts";
import { inOneList } from "#features/involvement/workspace/ui/in-one-list.ts";
import { listWaiting } from "./queries.ts";
import { waitingTasks } from "./ui/waiting-tasks.ts";

const said: string[] = [];
const { db, url } = await testDatabase({ onStatement: (statement) => said.push(statement) });
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const moderator = await makeOfficer(council, "moderator");
const reviewer = await makeOfficer(council, "service-reviewer");
const TODAY = "2026-11-20";
const AT = new Date("2026-11-20T12:00:00Z");
const fine = { state: "fine" as const, words: "" };
const FINE: Checks = { land: fine, planning: fine, upkeep: fine, equality: fine };

async function programme(sights: readonly ("waiting" | "shown" | "held" | "removed")[]) {
  const programmeId = (await getVoteForOfficers(officer, await makeWholeDraft(officer))).programme.id;
  const rows = sights.map((sight, at) => ({
    id: randomId(),
    councilId: council.council.id,
    programmeId,
    number: at + 1,
    writtenIn: "en" as const,
    titleEn: `Idea ${at + 1}`,
    textEn: "A bench by the river.",
    state: "proposal" as const,
    sight,
    sentAt: new Date("2026-11-01T09:00:00Z"),
    changedAt: new Date("2026-11-01T09:00:00Z"),
  }));
  await db.insert(ideas).values(rows);
  return { programmeId, ids: rows.map(({ id }) => id) };
}

test("each idea that waits is counted once, and an appeal not for whoever removed it", async () => {
  const { programmeId, ids } = await programme(["waiting", "held", "shown", "removed", "shown"]);
  const log = (ideaId: string | undefined, act: "reported" | "held" | "removed" | "appealed", at: string, more: object = {}) => ({ id: randomId(), councilId: council.council.id, ideaId: ideaId ?? "", act, at: new Date(at), ...more });
  const removal = log(ids[3], "removed", "2026-11-02T09:00:00Z", { reason: "offensive", personId: moderator.actor.personId });
  await db.insert(ideaModeration).values([
    log(ids[1], "held", "2026-10-03T09:00:00Z"),
    log(ids[1], "reported", "2026-10-05T09:00:00Z"),
    log(ids[2], "reported", "2026-11-04T09:00:00Z"),
    log(ids[2], "reported", "2026-11-05T09:00:00Z"),
    removal,
    log(ids[3], "appealed", "2026-11-06T09:00:00Z", { answers: removal.id, personId: officer.actor.personId, note: "It is only a bench" }),
  ]);
  const mine = (waiting: Awaited<ReturnType<typeof listWaiting>>) => waiting.ideas.find((each) => each.programmeId === programmeId);
  expect(mine(await listWaiting(officer, TODAY, AT))).toEqual({ programmeId, count: 4, since: new Date("2026-10-03T09:00:00Z") });
  expect(mine(await listWaiting(moderator, TODAY, AT))?.count).toBe(3);
  expect((await listWaiting(reviewer, TODAY, AT)).ideas).toEqual([]);
});

test("a reviewer sees their own checks, an officer the late ones and what is ready to be decided", async () => {
  const { programmeId, ids } = await programme(["shown", "shown", "shown"]);
  const asked = (ideaId: string | undefined, dueOn: string, more: object = {}) => ({ councilId: council.council.id, ideaId: ideaId ?? "", service: "Parks", reviewerId: reviewer.actor.personId, dueOn, assignedAt: new Date(), ...more });
  await db.insert(reviewAssignments).values([asked(ids[0], "2026-11-19"), asked(ids[1], "2026-11-30"), asked(ids[2], "2026-11-01", { doneAt: new Date() })]);
  await db.insert(ideaReviews).values({ ideaId: ids[2] ?? "", councilId: council.council.id, checks: FINE, lowPence: 100_000, highPence: 150_000, changedAt: new Date() });
  const mine = (waiting: Awaited<ReturnType<typeof listWaiting>>) => waiting.reviews.find((each) => each.programmeId === programmeId);
  expect(mine(await listWaiting(reviewer, TODAY, AT))).toMatchObject({ mine: 2, mineDueOn: "2026-11-19", late: 0, ready: 0 });
  expect(mine(await listWaiting(officer, TODAY, AT))).toMatchObject({ mine: 0, late: 1, lateSince: "2026-11-19", ready: 1 });
});

test("votes and consultations stand in one list, in as many statements however many there are", async () => {
  const count = async () => {
    said.length = 0;
    await Promise.all([listEngagementsOnDesk(officer), listWaiting(officer, TODAY, AT)]);
    return said.length;
  };
  const before = await count();
  const { engagementId } = await makeConsultation(officer);
  await programme(["waiting"]);
  expect(await count()).toBe(before);
  const listed = await listEngagementsOnDesk(officer);
  expect(listed.find(({ id }) => id === engagementId)).toMatchObject({ instrument: "consultation", takingPart: 0, programmeId: null });
  expect((await listVotesOnDesk(officer)).length).toBe(listed.length - 1);
});

test("what waits at an election is asked of those who may do it, and of nobody else", async () => {
  const here = await makeCouncil();
  const tasksOf = async (scope: ActorScope, engagementId: string) => (await listWaiting(scope, londonDay(new Date()), new Date())).elections.find((each) => each.engagementId === engagementId)?.tasks.map(({ kind, count }) => [kind, count]);
  const made = await makeNominatedElection(here, ["Ana", "Ben"]);
  const [reads, resident] = [await makeOfficer(here, "moderator"), await makeOfficer(here)];
  await askQuestion(resident, { once: randomId(), electionId: made.electionId, contestId: made.contestId, text: "Why?" });
  expect(await tasksOf(reads, made.engagementId)).toEqual([["read-questions", 1]]);
  expect(await tasksOf(await makeOfficer(here, "count-officer"), made.engagementId)).toEqual([]);
  await moveCalendar(made.engagementId, addDays(londonDay(new Date()), 10));
  expect(await tasksOf(made.returning, made.engagementId)).toEqual([["draw-lot", 1], ["read-questions", 1]]);
  // It stands in the list of what is open beside votes and consultations, one list however many.
  const listed = inOneList(await listEngagementsOnDesk(made.author), await listElectionsOnDesk(made.author, new Date()));
  expect(listed.map(({ id, instrument, stage, takingPart }) => [id, instrument, stage, takingPart])).toEqual([[made.engagementId, "election", "checking", 0]]);
  // Titles reach the first page, where each is done.
  const tasks = waitingTasks("cy", "/cy/x/manage", await listWaiting(made.returning, londonDay(new Date()), new Date()), []);
  expect(tasks.map(({ href, title }) => [href, title])).toContainEqual([`/cy/x/manage/elections/${made.engagementId}#papers`, "Tynnu trefn yr enwau drwy goelbren: Etholiad y maer ifanc"]);
  const drafted = await createElection(made.author, { once: randomId(), title: { en: "Next", cy: "Nesaf" }, template: "young-mayor", pollingDay: addDays(londonDay(new Date()), 90) });
  const draftId = drafted.ok ? drafted.value.engagementId : "";
  expect(await tasksOf(await makeOfficer(here, "approver"), draftId)).toEqual([["give-notice", 1]]);
  expect(await tasksOf(made.author, draftId)).toEqual([]);
});
