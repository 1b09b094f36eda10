import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { potFunders, pots, phaseSwitches, programmes } from "#db/schema/budgeting/programmes.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { wholeOf } from "#features/budgeting/programmes/queries.ts";
import { settlePhases } from "#features/budgeting/programmes/settle-phase.ts";
import { changeFunders } from "#features/involvement/drafting/change-funders.ts";
import { changePhases } from "#features/involvement/drafting/change-phases.ts";
import { dropPot } from "#features/involvement/drafting/drop-pot.ts";
import { editPot } from "#features/involvement/drafting/edit-pot.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { ringFence } from "#features/involvement/drafting/ring-fence.ts";
import { makePreviewLink } from "#features/involvement/previewing/make-preview-link.ts";
import { listPreviewLinks, openPreview } from "#features/involvement/previewing/queries.ts";
import { withdrawPreviewLink } from "#features/involvement/previewing/withdraw-preview-link.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote, makeWholeDraft } from "#testing/factories/votes.ts";
import { announceProgramme } from "./announce-programme.ts";
import { getProgrammeInView, listProgrammes } from "./queries.ts";
import { switchPhase } from "./switch-phase.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const funder = (name: string, amountPence: number) => ({ name: both(name), amountPence, condition: both("") });

const firstPot = async (engagementId: string) => {
  const { programme } = await getVoteForOfficers(officer, engagementId);
  const [pot] = programme.pots;
  if (!pot) throw new Error("no pot");
  return { programme, pot };
};

test("funders make the pot, to the penny, in the command and in the database", async () => {
  const engagementId = await makeWholeDraft(officer);
  const { pot } = await firstPot(engagementId);
  const draft = { engagementId, seen: "" };
  const given = [funder("Parish council", 9_000_000), funder("Community foundation", 3_000_001)];
  expect(await changeFunders(officer, draft, { potId: pot.id, wholePence: 12_000_000, funders: given })).toEqual({
    ok: false,
    error: [{ field: "amountPence", code: "funders-do-not-add-up", params: { givenPence: 12_000_001, wholePence: 12_000_000 } }],
  });
  expect(await changeFunders(officer, draft, { potId: pot.id, wholePence: 12_000_001, funders: given })).toEqual({ ok: true, value: undefined });
  const funded = await firstPot(engagementId);
  expect(funded.pot).toMatchObject({ amountPence: 12_000_001, funders: given });
  const [poll] = await db.select({ budget: polls.budgetPence }).from(polls).where(eq(polls.id, pot.pollId));
  expect(poll?.budget).toBe(12_000_001);
  // The pot's own form cannot take the sum apart, nor can anybody with the tables in hand.
  expect(await editPot(officer, draft, { potId: pot.id, change: { ...funded.pot, amountPence: 12_000_000 } })).toMatchObject({ ok: false, error: [{ code: "funders-do-not-add-up" }] });
  await expect(db.update(pots).set({ amountPence: 11_000_000 }).where(eq(pots.id, pot.id))).rejects.toMatchObject({ cause: { constraint_name: "pot_funders_sum_check" } });
  await expect(db.delete(potFunders).where(eq(potFunders.nameEn, "Parish council"))).rejects.toMatchObject({ cause: { constraint_name: "pot_funders_sum_check" } });
});

test("a ring-fence moves money into a pot of its own and back, and none is made or lost", async () => {
  const engagementId = await makeWholeDraft(officer); // a pot of £100,000 with a project of £90,000
  const { pot } = await firstPot(engagementId);
  const draft = { engagementId, seen: "" };
  await changeFunders(officer, draft, { potId: pot.id, wholePence: 10_000_000, funders: [funder("Council", 10_000_000)] });
  const keep = (amountPence: number, once = randomId()) => ringFence(officer, { engagementId, potId: pot.id, once, fence: { theme: both("Young people"), amountPence } });
  expect(await keep(10_000_000)).toMatchObject({ ok: false, error: [{ field: "amountPence", code: "ring-fence-takes-all" }] });
  expect(await keep(1_000_001)).toMatchObject({ ok: false, error: [{ code: "ring-fence-leaves-too-little" }] });
  const once = randomId();
  expect([await keep(1_000_000, once), await keep(1_000_000, once)].map(({ ok }) => ok)).toEqual([true, true]);
  const { programme, pot: rest } = await firstPot(engagementId);
  expect(programme.pots.map(({ amountPence, theme, ringFencedFrom }) => [amountPence, theme.en, ringFencedFrom])).toEqual([[9_000_000, "", null], [1_000_000, "Young people", pot.id]]);
  expect(wholeOf(programme, rest)).toBe(10_000_000);
  const kept = programme.pots[1];
  if (!kept) throw new Error("nothing was kept");
  expect(await ringFence(officer, { engagementId, potId: kept.id, once: randomId(), fence: { theme: both("Children"), amountPence: 1 } })).toMatchObject({ error: [{ code: "ring-fence-in-ring-fence" }] });
  expect(await dropPot(officer, { engagementId, potId: pot.id })).toMatchObject({ ok: false });
  expect(await editPot(officer, draft, { potId: kept.id, change: { ...kept, amountPence: 500_000 } })).toMatchObject({ ok: true });
  expect((await firstPot(engagementId)).pot.amountPence).toBe(9_500_000);
  expect(await dropPot(officer, { engagementId, potId: kept.id })).toMatchObject({ ok: true });
  expect((await firstPot(engagementId)).pot.amountPence).toBe(10_000_000);
});

const today = londonDay(new Date());
const IDEAS_NOW = [
  { phase: "collecting-ideas" as const, startsOn: addDays(today, -3), endsOn: addDays(today, 10) },
  { phase: "feasibility" as const, startsOn: addDays(today, 11), endsOn: addDays(today, 30) },
];

test("phases over one another are refused with the day, and right ones begin by their dates, once", async () => {
  const engagementId = await makeWholeDraft(officer);
  const draft = { engagementId, seen: "" };
  const over = [IDEAS_NOW[0], { phase: "feasibility" as const, startsOn: addDays(today, 10), endsOn: null }].flatMap((phase) => phase ?? []);
  expect(await changePhases(officer, draft, over)).toEqual({ ok: false, error: [{ field: "feasibility-startsOn", code: "phase-overlaps", params: { before: "collecting-ideas", untilOn: addDays(today, 10) } }] });
  expect(await changePhases(officer, draft, IDEAS_NOW)).toMatchObject({ ok: true });
  const { programme } = await getVoteForOfficers(officer, engagementId);
  expect(programme.phase).toBe("collecting-ideas");
  const later = londonInstant(addDays(today, 11), "00:01");
  expect(await settlePhases(later)).toContain(programme.id);
  expect(await settlePhases(later)).not.toContain(programme.id);
  const moves = await db.select({ phase: phaseSwitches.phase, by: phaseSwitches.switchedBy }).from(phaseSwitches).where(eq(phaseSwitches.programmeId, programme.id)).orderBy(phaseSwitches.switchedAt);
  expect(moves).toEqual([{ phase: "collecting-ideas", by: null }, { phase: "feasibility", by: null }]);
  expect(await refusalOf(db.delete(phaseSwitches).where(eq(phaseSwitches.programmeId, programme.id)))).toBe("programme_phase_switches is append-only");
});

test("an officer moves it by hand with a public reason; the next date moves it on", async () => {
  const engagementId = await makeWholeDraft(officer);
  await changePhases(officer, { engagementId, seen: "" }, IDEAS_NOW);
  const move = () => switchPhase(officer, { engagementId, to: "developing-proposals", because: both("Enough ideas came in") });
  expect([await move(), await move()]).toEqual([{ ok: true, value: undefined }, { ok: true, value: undefined }]);
  expect(await switchPhase(officer, { engagementId, to: "voting", because: both("x") })).toEqual({ ok: false, error: "phase-follows-the-ballot" });
  const { programme } = await getVoteForOfficers(officer, engagementId);
  expect(programme.phase).toBe("developing-proposals");
  await settlePhases(londonInstant(addDays(today, 5), "12:00"));
  expect((await getVoteForOfficers(officer, engagementId)).programme.phase).toBe("developing-proposals");
  await settlePhases(londonInstant(addDays(today, 11), "12:00"));
  expect((await getVoteForOfficers(officer, engagementId)).programme.phase).toBe("feasibility");
  await expect(switchPhase(approver, { engagementId, to: "informing", because: both("x") })).rejects.toMatchObject({ reason: "forbidden" });
});

test("nothing is moved by hand while voting is open", async () => {
  const engagementId = await makePublishedVote(officer, approver);
  expect(await switchPhase(officer, { engagementId, to: "delivery", because: both("x") })).toEqual({ ok: false, error: "voting-is-open" });
});

test("a programme is announced by somebody who did not write it, and is then there for everybody", async () => {
  const engagementId = await makeWholeDraft(officer);
  const { slug, programme } = await getVoteForOfficers(officer, engagementId);
  expect(await announceProgramme(approver, engagementId)).toMatchObject({ ok: false, error: [{ field: "phases", code: "no-phases" }] });
  await changePhases(officer, { engagementId, seen: "" }, IDEAS_NOW);
  await expect(getProgrammeInView(officer, slug)).rejects.toMatchObject({ reason: "not-found" });
  await expect(announceProgramme(officer, engagementId)).rejects.toMatchObject({ reason: "forbidden" });
  const wearsBoth = await makeOfficer(council, "engagement-officer", "approver");
  const own = await makeWholeDraft(wearsBoth);
  await expect(announceProgramme(wearsBoth, own)).rejects.toMatchObject({ reason: "forbidden" });
  await expect(db.update(engagements).set({ announcedAt: new Date(), announcedBy: officer.actor.personId }).where(eq(engagements.id, engagementId))).rejects.toMatchObject({
    cause: { constraint_name: "engagements_announced_check" },
  });
  expect([await announceProgramme(approver, engagementId), await announceProgramme(approver, engagementId)]).toEqual([{ ok: true, value: { slug } }, { ok: true, value: { slug } }]);
  expect(await getProgrammeInView(officer, slug)).toMatchObject({ phase: "collecting-ideas", voteIsPublic: false, totalPence: 10_000_000, programmeId: programme.id });
  const elsewhere = await makeOfficer(await makeCouncil(), "approver");
  await expect(getProgrammeInView(elsewhere, slug)).rejects.toMatchObject({ reason: "not-found" });
  expect((await listProgrammes(officer)).map((each) => each.slug)).toContain(slug);
});

test("a preview opens by its secret until it is withdrawn or has ended, and the secret is kept nowhere", async () => {
  const engagementId = await makeWholeDraft(officer);
  const { programme } = await getVoteForOfficers(officer, engagementId);
  const made = await makePreviewLink(officer, { engagementId, madeFor: "Steering group", days: 7 });
  if (!made.ok) throw new Error(made.error);
  const { secret } = made.value;
  expect(secret).toMatch(/^[\w-]{32}$/);
  expect(await openPreview(officer, secret)).toMatchObject({ engagementId, madeFor: "Steering group" });
  await expect(openPreview(officer, `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`)).rejects.toMatchObject({ reason: "not-found" });
  const [stored] = await db.execute<{ all: string }>(sql`select row_to_json(l)::text as all from programme_preview_links l`);
  expect(stored?.all).not.toContain(secret);
  const [link] = await listPreviewLinks(officer, programme.id);
  await withdrawPreviewLink(officer, { engagementId, linkId: link?.id ?? "" });
  await expect(openPreview(officer, secret)).rejects.toMatchObject({ reason: "not-found" });
  const ended = await makePreviewLink(officer, { engagementId, madeFor: "Board", days: 7 });
  if (!ended.ok) throw new Error(ended.error);
  await db.execute(sql`update programme_preview_links set ends_at = now() - interval '1 second' where withdrawn_at is null`);
  await expect(openPreview(officer, ended.value.secret)).rejects.toMatchObject({ reason: "not-found" });
  await expect(makePreviewLink(approver, { engagementId, madeFor: "x", days: 7 })).rejects.toMatchObject({ reason: "forbidden" });
  expect(await db.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, programme.id))).toHaveLength(1);
});
