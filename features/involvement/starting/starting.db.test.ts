import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships } from "#db/schema/councils/memberships.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { TEMPLATES } from "#domain/budgeting/template.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import { changeFunders } from "#features/involvement/drafting/change-funders.ts";
import { changePhases } from "#features/involvement/drafting/change-phases.ts";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { ringFence } from "#features/involvement/drafting/ring-fence.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makeWholeDraft } from "#testing/factories/votes.ts";
import { addCommunityProjects } from "./add-community-projects.ts";
import { approveAndOpen } from "./approve-and-open.ts";
import { beginCommunityVote } from "./begin-community-vote.ts";
import { copyProgramme } from "./copy-programme.ts";
import { sendCommunityVote } from "./send-community-vote.ts";
import { setCommunityDates } from "./set-community-dates.ts";
import { setCommunityMoney } from "./set-community-money.ts";
import { startFromTemplate } from "./start-from-template.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const today = londonDay(new Date());

test.each(TEMPLATES)("the template %s makes a draft whose phases and times agree, once", async (template) => {
  await sql`insert into areas (council_id, kind, name_en, code) values (${council.council.id}, 'ward', ${`East ${template}`}, ${`E-${template}`}), (${council.council.id}, 'ward', ${`West ${template}`}, ${`W-${template}`})`;
  const wards = await listAreaChoices(officer);
  const input = { once: randomId(), template, title: both(`Made from ${template}`), topic: "budget-and-spending" as const, amountPence: 500_000, startsOn: addDays(today, 20) };
  const [one, two] = [await startFromTemplate(officer, input, wards), await startFromTemplate(officer, input, wards)];
  expect(one).toEqual(two);
  const vote = await getVoteForOfficers(officer, input.once);
  expect(vote.programme.pots).toHaveLength(template === "ward-programme" ? wards.length : 1);
  expect(new Set(vote.programme.pots.map(({ amountPence }) => amountPence))).toEqual(new Set([500_000]));
  const voting = vote.programme.phases.find(({ phase }) => phase === "voting");
  expect([vote.opensAt, vote.closesAt].map((at) => at && londonDay(at))).toEqual([voting?.startsOn, voting?.endsOn]);
});

test("a programme by wards needs wards", async () => {
  const input = { once: randomId(), template: "ward-programme" as const, title: both("x"), topic: "budget-and-spending" as const, amountPence: 1, startsOn: today };
  expect(await startFromTemplate(officer, input, [])).toEqual({ ok: false, error: [{ field: "template", code: "no-wards" }] });
});

test("a copy has the texts, pots, rules and phases a year later, and nothing that belongs to people", async () => {
  const from = await makeWholeDraft(officer);
  const draft = { engagementId: from, seen: "" };
  const before = await getVoteForOfficers(officer, from);
  const potId = before.programme.pots[0]?.id ?? "";
  await changeFunders(officer, draft, { potId, wholePence: 10_000_000, funders: [{ name: both("Council"), amountPence: 10_000_000, condition: both("For parks") }] });
  await ringFence(officer, { engagementId: from, potId, once: randomId(), fence: { theme: both("Young people"), amountPence: 1_000_000 } });
  await changePhases(officer, draft, [{ phase: "collecting-ideas", startsOn: "2027-03-01", endsOn: "2027-03-28" }, { phase: "feasibility", startsOn: "2027-04-01", endsOn: null }]);
  const source = await getVoteForOfficers(officer, from);
  const once = randomId();
  const copy = () => copyProgramme(officer, { once, from, title: both("Your Patch 2027") });
  expect(await copy()).toEqual(await copy());
  const made = await getVoteForOfficers(officer, once);
  expect(made.state).toBe("draft");
  expect(made.texts).toEqual({ ...source.texts, title: both("Your Patch 2027") });
  expect(made.programme.phases).toEqual([{ phase: "collecting-ideas", startsOn: "2028-02-28", endsOn: "2028-03-26" }, { phase: "feasibility", startsOn: "2028-03-30", endsOn: null }]);
  const shape = ({ name, theme, amountPence, funders }: (typeof made.programme.pots)[number]) => ({ name, theme, amountPence, funders });
  expect(made.programme.pots.map(shape)).toEqual(source.programme.pots.map(shape));
  expect(made.programme.pots[1]?.ringFencedFrom).toBe(made.programme.pots[0]?.id);
  expect(made.programme.ballot).toEqual({ ...source.programme.ballot, electorate: { ...source.programme.ballot.electorate, rollId: null } });
  expect(made.opensAt && londonDay(made.opensAt)).toBe(source.opensAt && addDays(londonDay(source.opensAt), 364));
  expect([made.programme.pots.flatMap(({ projects }) => projects), made.signatures, made.approverId, made.announcedAt]).toEqual([[], [], null, null]);
});

const short = (row: number, title: string, costPence: number) => ({ row, once: randomId(), title: both(title), summary: both(`${title}, for everybody.`), costPence });

test("a parish goes from nothing to an open vote in six steps, opened by the second person", async () => {
  const once = randomId();
  const begin = () => beginCommunityVote(officer, { once, title: both("Village fund"), voters: "residents", second: null });
  expect(await begin()).toEqual(await begin());
  expect(await setCommunityMoney(officer, { engagementId: once, amountPence: 500_000, giver: both("Parish council"), maxProjectPence: 300_000 })).toMatchObject({ ok: true });
  // Going back and changing one's mind keeps the sum right.
  expect(await setCommunityMoney(officer, { engagementId: once, amountPence: 600_000, giver: both("Parish council"), maxProjectPence: 300_000 })).toMatchObject({ ok: true });
  expect(await addCommunityProjects(officer, once, [short(1, "A bench", 100_000), short(2, "Too dear", 400_000)])).toEqual({
    ok: false,
    error: [{ field: "cost-2", code: "cost-over-maximum", params: { limitPence: 300_000 } }],
  });
  const projects = [short(1, "A bench", 100_000), short(2, "Street trees", 300_000), short(3, "A mural", 250_000)];
  await addCommunityProjects(officer, once, projects);
  await addCommunityProjects(officer, once, projects);
  expect(await setCommunityDates(officer, once, { opensOn: addDays(today, -1), closesOn: addDays(today, -2), resultsOn: today })).toMatchObject({ ok: false, error: [{ field: "opensOn", code: "in-the-past" }, { field: "closesOn" }] });
  expect(await setCommunityDates(officer, once, { opensOn: today, closesOn: addDays(today, 14), resultsOn: addDays(today, 17) })).toMatchObject({ ok: true });
  const checks = COMMON_ITEMS.map((item) => ({ item, evidence: "As it is here" }));
  expect(await sendCommunityVote(officer, once, checks)).toEqual({ ok: true, value: undefined });
  await expect(approveAndOpen(officer, once)).rejects.toMatchObject({ reason: "forbidden" });
  const opened = [await approveAndOpen(approver, once), await approveAndOpen(approver, once)];
  expect(opened.map(({ ok }) => ok)).toEqual([true, true]);
  const vote = await getVoteForOfficers(officer, once);
  expect(vote).toMatchObject({ state: "published", approverId: approver.actor.personId });
  expect(vote.programme.phase).toBe("voting");
  expect(vote.opensAt && vote.opensAt <= new Date()).toBe(true);
  expect(vote.programme.pots[0]).toMatchObject({ pollState: "ready", amountPence: 600_000, funders: [{ amountPence: 600_000 }] });
  expect(vote.programme.pots[0]?.projects.map(({ title }) => title.en)).toEqual(["A bench", "Street trees", "A mural"]);
});

test("a group with one officer is asked for a second person, who is invited; nobody opens their own", async () => {
  const alone = await makeCouncil();
  const clerk = await makeOfficer(alone, "council-admin");
  const plain = await makeOfficer(alone, "engagement-officer");
  const begin = (who: typeof clerk, second: string | null, once = randomId()) => beginCommunityVote(who, { once, title: both("School fund"), voters: "school", second });
  expect(await begin(clerk, null)).toEqual({ ok: false, error: [{ field: "second", code: "second-needed" }] });
  expect(await begin(clerk, clerk.actor.email)).toEqual({ ok: false, error: [{ field: "second", code: "second-needed" }] });
  expect(await begin(plain, "chair@example.org")).toEqual({ ok: false, error: [{ field: "second", code: "ask-admin" }] });
  const once = randomId();
  expect(await begin(clerk, "chair@example.org", once)).toMatchObject({ ok: true });
  expect(await db.select({ role: memberships.role }).from(memberships).where(eq(memberships.councilId, alone.council.id))).toContainEqual({ role: "approver" });
  expect(await db.select({ to: mailMessages.recipient }).from(mailMessages).where(eq(mailMessages.recipient, "chair@example.org"))).toHaveLength(1);
  const vote = await getVoteForOfficers(clerk, once);
  expect(vote.programme.ballot.electorate).toMatchObject({ ties: [], identityLevel: 3 });
  expect(vote.opensAt).toEqual(londonInstant(addDays(today, 1), "09:00"));
  await expect(db.update(engagements).set({ state: "approved", approverId: clerk.actor.personId }).where(eq(engagements.id, once))).rejects.toMatchObject({ cause: { constraint_name: "engagements_own_work_check" } });
});
