import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { engagementAreas } from "#db/schema/involvement/engagements.ts";
import { electorates } from "#db/schema/eligibility/electorates.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { ROLES } from "#domain/councils/role.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { makeOfficer, makeWholeDraft, PROJECT } from "#testing/factories/votes.ts";
import { addPot } from "./add-pot.ts";
import { changeBallot } from "./change-ballot.ts";
import { changeDetails } from "./change-details.ts";
import { changePhases } from "./change-phases.ts";
import { changeTimes } from "./change-times.ts";
import { createBudgetVote } from "./create-budget-vote.ts";
import { dropPot } from "./drop-pot.ts";
import { dropProject } from "./drop-project.ts";
import { editPot } from "./edit-pot.ts";
import { editProject } from "./edit-project.ts";
import { putProject } from "./put-project.ts";
import { detailsOf, getVoteForOfficers, projectPartOf } from "./queries.ts";
import { shiftProject } from "./shift-project.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const ward = await makeWard(council, "Fellside");

const both = (en: string) => ({ en, cy: `${en} (cy)` });
const draftOf = (engagementId: string) => ({ engagementId, seen: "" });
const read = (id: string) => getVoteForOfficers(officer, id);
const firstPot = async (id: string) => {
  const [pot] = (await read(id)).programme.pots;
  if (!pot) throw new Error("No pot");
  return pot;
};
const pot = (areaId: string | null, amountPence = 500_000) => ({ name: both("Fellside"), areaId, amountPence, minProjectPence: null, maxProjectPence: null });

test("pots are added, changed and taken out, and their polls and areas follow", async () => {
  const id = await makeWholeDraft(officer);
  const once = randomId();
  expect([await addPot(officer, { engagementId: id, once, pot: pot(ward) }), await addPot(officer, { engagementId: id, once, pot: pot(ward) })].map(({ ok }) => ok)).toEqual([true, true]);
  const [, second] = (await read(id)).programme.pots;
  expect((await read(id)).programme.pots).toHaveLength(2);
  const [poll] = await db.select().from(polls).innerJoin(electorates, eq(electorates.id, polls.electorateId)).where(eq(polls.id, second?.pollId ?? ""));
  expect(poll).toMatchObject({ polls: { budgetPence: 500_000, rule: "mes_cost_add1_util" }, electorates: { rules: [[{ kind: "live", areaIds: [ward] }], [{ kind: "age", min: 11, max: null }]], identityLevel: 2 } });
  // One pot is for everybody, so no area is named.
  expect(await db.select().from(engagementAreas).where(eq(engagementAreas.engagementId, id))).toEqual([]);

  expect(await editPot(officer, draftOf(id), { potId: once, change: { ...pot(null, 700_000), minProjectPence: 10 } })).toMatchObject({ ok: true });
  expect((await read(id)).programme.pots[1]).toMatchObject({ areaId: null, amountPence: 700_000, minProjectPence: 10 });
  expect(await editPot(officer, draftOf(id), { potId: once, change: { ...pot(randomId()) } })).toEqual({ ok: false, error: [{ field: "areaId", code: "choose-one" }] });
  expect(await editPot(officer, draftOf(id), { potId: (await firstPot(id)).id, change: { ...pot(null, 200_000) } })).toMatchObject({ error: [{ code: "projects-outside-limits", params: { count: 1 } }] });

  expect(await dropPot(officer, { engagementId: id, potId: (await firstPot(id)).id })).toEqual({ ok: false, error: "pot-has-projects" });
  expect(await dropPot(officer, { engagementId: id, potId: once })).toMatchObject({ ok: true });
  expect(await db.select().from(polls).where(eq(polls.id, second?.pollId ?? ""))).toEqual([]);
  for (const { id: projectId } of (await firstPot(id)).projects) await dropProject(officer, { engagementId: id, projectId });
  expect(await dropPot(officer, { engagementId: id, potId: (await firstPot(id)).id })).toEqual({ ok: false, error: "last-pot" });
});

test("a vote for one ward names that ward", async () => {
  const made = await createBudgetVote(officer, { once: randomId(), title: both("Fellside"), topic: "health-and-care", amountPence: 1000, areaId: ward });
  const id = made.ok ? made.value.engagementId : "";
  expect(await db.select().from(engagementAreas).where(eq(engagementAreas.engagementId, id))).toMatchObject([{ areaId: ward }]);
  expect((await firstPot(id)).name.en).toBe("Fellside");
  expect(await createBudgetVote(officer, { once: randomId(), title: both("x"), topic: "health-and-care", amountPence: 1, areaId: randomId() })).toMatchObject({ ok: false, error: [{ field: "areaId" }] });
});

test("projects are put, changed, moved and taken out, and keep one number each", async () => {
  const id = await makeWholeDraft(officer);
  const potId = (await firstPot(id)).id;
  const titles = async () => (await firstPot(id)).projects.map(({ number, title }) => `${number} ${title.en}`);
  const once = randomId();
  const third = { engagementId: id, potId, once, project: { ...PROJECT, title: both("Swings") } };
  await Promise.all([putProject(officer, third), putProject(officer, third)]);
  expect(await titles()).toEqual(["1 A bench", "2 Street trees", "3 Swings"]);
  await shiftProject(officer, { engagementId: id, projectId: once, way: "up" });
  await shiftProject(officer, { engagementId: id, projectId: once, way: "up" });
  await shiftProject(officer, { engagementId: id, projectId: once, way: "up" });
  expect(await titles()).toEqual(["1 Swings", "2 A bench", "3 Street trees"]);
  await shiftProject(officer, { engagementId: id, projectId: once, way: "down" });
  await dropProject(officer, { engagementId: id, projectId: (await firstPot(id)).projects[0]?.id ?? "" });
  expect(await titles()).toEqual(["1 Swings", "2 Street trees"]);

  const change = { ...projectPartOf(once)(await read(id)), costPence: 10_000_001 };
  expect(await editProject(officer, draftOf(id), { projectId: once, change })).toMatchObject({ error: [{ field: "costPence", code: "cost-over-pot" }] });
  expect(await editProject(officer, draftOf(id), { projectId: once, change: { ...change, costPence: 9_999_999, tile: "play" } })).toMatchObject({ ok: true });
  expect((await firstPot(id)).projects[0]).toMatchObject({ costPence: 9_999_999, tile: "play", slug: "swings" });
  await expect(editProject(officer, draftOf(id), { projectId: randomId(), change })).rejects.toMatchObject({ reason: "not-found" });
});

test("many projects added at once get numbers and addresses of their own", async () => {
  const id = await makeWholeDraft(officer);
  const potId = (await firstPot(id)).id;
  await Promise.all(Array.from({ length: 8 }, () => putProject(officer, { engagementId: id, potId, once: randomId(), project: PROJECT })));
  const { projects } = await firstPot(id);
  expect(projects.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(new Set(projects.map(({ slug }) => slug)).size).toBe(10);
});

test("times, phases, ballot and details refuse what cannot be", async () => {
  const id = await makeWholeDraft(officer);
  const other = await makeWholeDraft(officer);
  const day = (text: string) => new Date(`${text}T12:00:00Z`);
  expect(await changeTimes(officer, draftOf(id), { opensAt: day("2030-02-01"), closesAt: day("2030-01-01"), resultsAt: day("2029-01-01") })).toMatchObject({
    error: [{ field: "closesOn" }, { field: "resultsOn" }],
  });
  expect(await changePhases(officer, draftOf(id), [{ phase: "voting", startsOn: "2030-01-02", endsOn: "2030-01-01" }])).toMatchObject({ error: [{ field: "voting-endsOn" }] });
  expect(await changePhases(officer, draftOf(id), [{ phase: "voting", startsOn: "2030-01-02", endsOn: null }])).toMatchObject({ ok: true });
  expect((await read(id)).programme.phases).toEqual([{ phase: "voting", startsOn: "2030-01-02", endsOn: null }]);
  const { ballot } = (await read(id)).programme;
  expect(await changeBallot(officer, draftOf(id), { ...ballot, minChoices: 3, maxChoices: 2 })).toMatchObject({ error: [{ field: "maxChoices" }] });
  expect(await changeBallot(officer, draftOf(id), { ...ballot, ballotKind: "knapsack", rule: "greedy" })).toMatchObject({ ok: true });
  expect((await read(id)).programme.ballot).toMatchObject({ ballotKind: "knapsack", rule: "greedy" });
  expect(await changeDetails(officer, draftOf(id), { ...detailsOf(await read(id)), slug: (await read(other)).slug })).toEqual({ ok: false, error: "slug-taken" });
});

test("changed times take away the signatures they were judged by", async () => {
  const id = await makeWholeDraft(officer);
  const day = (text: string) => new Date(`${text}T12:00:00Z`);
  await changeTimes(officer, draftOf(id), { opensAt: day("2030-01-01"), closesAt: day("2030-03-01"), resultsAt: day("2030-03-02") });
  const signed = (await read(id)).signatures.map(({ item }) => item);
  expect(signed).not.toContain("adequate-time");
  expect(signed).not.toContain("pre-election-period");
  expect(signed).toContain("equality-impact");
});

test("every change is for officers of the draft only, and only while it is a draft", async () => {
  const id = await makeWholeDraft(officer);
  const vote = await read(id);
  const potId = (await firstPot(id)).id;
  const projectId = (await firstPot(id)).projects[0]?.id ?? "";
  const times = { opensAt: new Date("2030-01-01"), closesAt: new Date("2030-03-01"), resultsAt: new Date("2030-03-02") };
  const acts = (who: typeof officer): readonly (() => Promise<unknown>)[] => [
    () => changeDetails(who, draftOf(id), detailsOf(vote)),
    () => changeTimes(who, draftOf(id), times),
    () => changePhases(who, draftOf(id), []),
    () => changeBallot(who, draftOf(id), vote.programme.ballot),
    () => addPot(who, { engagementId: id, once: randomId(), pot: pot(null) }),
    () => editPot(who, draftOf(id), { potId, change: pot(null, 10_000_000) }),
    () => dropPot(who, { engagementId: id, potId }),
    () => putProject(who, { engagementId: id, potId, once: randomId(), project: PROJECT }),
    () => editProject(who, draftOf(id), { projectId, change: projectPartOf(projectId)(vote) }),
    () => shiftProject(who, { engagementId: id, projectId, way: "down" }),
  ];
  for (const role of ROLES.filter((each) => each !== "engagement-officer" && each !== "council-admin")) {
    const person = await makeOfficer(council, role);
    for (const act of acts(person)) await expect(act()).rejects.toMatchObject({ reason: "forbidden" });
  }
  for (const act of acts(await makeOfficer(council, "council-admin"))) await act();
  const sent = await makeWholeDraft(officer);
  await sendForApproval(officer, sent);
  await expect(changePhases(officer, draftOf(sent), [])).rejects.toMatchObject({ reason: "forbidden" });
  await expect(addPot(officer, { engagementId: sent, once: randomId(), pot: pot(null) })).rejects.toMatchObject({ reason: "forbidden" });
});
