import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ideaCalls, ideas } from "#db/schema/budgeting/ideas.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { threadLinks } from "#db/schema/golden-thread.ts";
import { auditTrail } from "#db/schema/platform.ts";
import { NEW_IDEA_FORM } from "#domain/budgeting/idea-form.ts";
import type { ThreadEnd } from "#domain/golden-thread/thread.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { writeTarget } from "#features/priorities/write-target.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote } from "#testing/factories/votes.ts";
import { carryEvent } from "#worker/carry-event.ts";
import { linkThings } from "./link-things.ts";
import { noteStop } from "./note-stop.ts";
import { findVoices, listAllStrands, listNotedStops, listStops, listThread, listTiedStrands } from "./queries.ts";
import { unlinkThings } from "./unlink-things.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");

const both = (en: string) => (en === "" ? { en: "", cy: "x" } : { en, cy: `${en} (cy)` });
const how = { en: "It moved it.", cy: "Symudodd ef." };
const engagementId = await makePublishedVote(officer, approver);
const [project] = (await getVoteForOfficers(officer, engagementId)).programme.pots[0]?.projects ?? [];
const projectId = project?.id ?? "";
await db.update(projects).set({ state: "funded" }).where(eq(projects.id, projectId));
const targetId = randomId();
const target = { once: targetId, slug: "safer", theme: "", titleEn: "Safer", titleCy: "", narrativeEn: "", narrativeCy: "", indicatorEn: "%", indicatorCy: "", baseline: 1, latest: 2, target: 3, lead: "", status: "on-track" as const };
await writeTarget(officer, target);

test("a strand shows on both its ends, after the strand that the count made by itself", async () => {
  expect(await linkThings(officer, { from: { kind: "project", id: projectId }, to: { kind: "target", id: targetId }, how })).toEqual({ ok: true, value: undefined });
  const fromTarget = await listThread(officer, { kind: "target", id: targetId });
  expect(fromTarget.map(({ from, to }) => [from.kind, to.kind])).toEqual([["engagement", "project"], ["project", "target"]]);
  expect(await listThread(officer, { kind: "engagement", id: engagementId })).toEqual(fromTarget);
  expect(await listThread(officer, { kind: "project", id: projectId })).toEqual(fromTarget);
  expect((await db.select().from(auditTrail).where(eq(auditTrail.act, "thread.linked"))).length).toBe(1);
});

test("tying the same two with the same words again changes nothing; with other words it is refused, as is one that has no Welsh", async () => {
  const tie = (words: { en: string; cy: string }) => linkThings(officer, { from: { kind: "project", id: projectId }, to: { kind: "target", id: targetId }, how: words });
  expect((await tie(how)).ok).toBe(true);
  expect(await tie({ en: "Better said.", cy: "Gwell." })).toEqual({ ok: false, error: "already-tied" });
  expect(await tie({ en: "Better said.", cy: " " })).toEqual({ ok: false, error: "welsh-missing" });
  expect((await listTiedStrands(officer)).map((strand) => strand.how)).toEqual([how]);
  expect((await db.select().from(auditTrail).where(eq(auditTrail.act, "thread.linked"))).length).toBe(1);
});

test("a strand runs only forward, between things of one council", async () => {
  const back = await linkThings(officer, { from: { kind: "target", id: targetId }, to: { kind: "project", id: projectId }, how });
  expect(back).toEqual({ ok: false, error: "wrong-direction" });
  const foreign = await linkThings(stranger, { from: { kind: "project", id: projectId }, to: { kind: "target", id: targetId }, how });
  expect(foreign).toEqual({ ok: false, error: "unknown-thing" });
  expect(await listStops(stranger)).toEqual([]);
  expect(await listThread(stranger, { kind: "target", id: targetId })).toEqual([]);
});

test("who may not tie strands is told so, and another council's strand is not there to untie", async () => {
  await expect(linkThings(approver, { from: { kind: "project", id: projectId }, to: { kind: "target", id: targetId }, how })).rejects.toMatchObject({ reason: "forbidden" });
  const [strand] = await listTiedStrands(officer);
  const back = { linkId: strand?.id ?? "", because: "The lamps were decided before." };
  expect(await unlinkThings(stranger, back)).toEqual({ ok: false, error: "unknown-thing" });
  expect((await unlinkThings(officer, back)).ok).toBe(true);
  expect((await unlinkThings(officer, { ...back, because: "Sent twice" })).ok).toBe(true);
  expect(await listTiedStrands(officer)).toMatchObject([{ how, madeBy: officer.actor.name, takenBack: { by: officer.actor.name, because: back.because } }]);
  expect(await listThread(officer, { kind: "target", id: targetId })).toEqual([]);
  expect((await db.select().from(auditTrail).where(eq(auditTrail.act, "thread.unlinked"))).length).toBe(1);
});

test("what a strand said is kept by the database, whatever the code does", async () => {
  const [strand] = await listTiedStrands(officer);
  const own = eq(threadLinks.id, strand?.id ?? "");
  expect(await refusalOf(db.update(threadLinks).set({ howEn: "Never said" }).where(own))).toBe("thread_links is append-only");
  expect(await refusalOf(db.update(threadLinks).set({ takenBackBecause: "Another reason" }).where(own))).toBe("thread_links is append-only");
  expect(await refusalOf(db.update(threadLinks).set({ takenBackAt: null, takenBackBy: null, takenBackBecause: "" }).where(own))).toBe("thread_links is append-only");
  expect(await refusalOf(db.delete(threadLinks).where(own))).toBe("thread_links is append-only");
});

test("a strand that was taken back may be tied again, and officers who tie it at once tie one", async () => {
  const tie = () => linkThings(officer, { from: { kind: "project", id: projectId }, to: { kind: "target", id: targetId }, how });
  expect((await Promise.all([tie(), tie(), tie()])).every(({ ok }) => ok)).toBe(true);
  expect((await listTiedStrands(officer)).filter(({ takenBack }) => takenBack === null).length).toBe(1);
});

const ask = { once: randomId(), kind: "policy-ask" as const, slug: "speed-limits", title: both("Let councils set 20mph"), words: both("The guidance stands in the way."), engagementId: null, people: null, by: both("Department for Transport"), standing: "raised" as const, onDay: "2026-06-01", source: "https://example.org/ask", areaId: null };

test("what was said is written down with its engagement, which leads to it once it has moved something", async () => {
  const opinion = { ...ask, once: randomId(), kind: "opinion" as const, slug: "dark-paths", title: both("People fear dark paths"), engagementId, people: 41, standing: null };
  expect(await noteStop(officer, opinion)).toEqual({ ok: true, value: undefined });
  expect(await noteStop(officer, opinion)).toEqual({ ok: true, value: undefined });
  const end = { kind: "opinion" as const, id: opinion.once };
  expect(await listThread(officer, end)).toEqual([]);
  await linkThings(officer, { from: end, to: { kind: "target", id: targetId }, how });
  const thread = await listThread(officer, end);
  expect(thread.map(({ from, to }) => [from.kind, to.kind])).toEqual([["engagement", "opinion"], ["opinion", "target"]]);
  expect(thread[0]?.from.year).toBeGreaterThan(2020);
  expect((await listNotedStops(officer)).map(({ slug, people }) => [slug, people])).toEqual([["dark-paths", 41]]);
  expect(await linkThings(officer, { from: { kind: "engagement", id: engagementId }, to: end, how })).toEqual({ ok: false, error: "wrong-direction" });
});

test("a note that is not whole, or stands on another council's things, is refused with what is wrong", async () => {
  const fault = async (change: Partial<Parameters<typeof noteStop>[1]>, scope = officer) => {
    const outcome = await noteStop(scope, { ...ask, once: randomId(), ...change });
    return outcome.ok ? [] : outcome.error.map(({ field, code }) => [field, code]);
  };
  expect(await fault({})).toEqual([]);
  expect(await fault({})).toEqual([["slug", "slug-taken"]]);
  expect(await fault({ slug: "x", by: both("") })).toEqual([["byEn", "required"]]);
  expect(await fault({ slug: "x", title: { en: "Only English", cy: "" } })).toEqual([["titleCy", "required"]]);
  expect(await fault({ slug: "x", kind: "answer" })).toEqual([["engagementId", "required"]]);
  expect(await fault({ slug: "x", kind: "opinion", engagementId: randomId() })).toEqual([["engagementId", "choose-one"]]);
  expect(await fault({ slug: "x", areaId: randomId() })).toEqual([["areaId", "choose-one"]]);
  expect(await fault({ slug: "x", kind: "opinion", engagementId }, stranger)).toEqual([["engagementId", "choose-one"]]);
  await expect(noteStop(approver, ask)).rejects.toMatchObject({ reason: "forbidden" });
});

const strandsOf = async (end: ThreadEnd) => (await listThread(officer, end)).map(({ from, to }) => [from.kind, to.kind]);

test("an idea is found by its words and tied; its vote leads to it, and whoever wrote it is told", async () => {
  const [funded, plain] = [randomId(), randomId()];
  const programme = (await getVoteForOfficers(officer, engagementId)).programme;
  const at = new Date();
  await db.insert(ideaCalls).values({ programmeId: programme.id, councilId: council.council.id, form: NEW_IDEA_FORM, openedAt: at });
  const resident = await makeOfficer(council);
  const idea = { councilId: council.council.id, programmeId: programme.id, authorId: resident.actor.personId, writtenIn: "en" as const, sentAt: at, changedAt: at };
  await db.insert(ideas).values([
    { ...idea, id: funded, number: 1, titleEn: "Swings for all", state: "on-ballot", projectId },
    { ...idea, id: plain, number: 2, titleEn: "Lights along the 100% dark path" },
    { ...idea, id: randomId(), number: 3, titleEn: "Nobody has read this path yet", sight: "waiting" },
  ]);
  // One that became a project is on the thread by itself, between the vote and the project.
  expect((await strandsOf({ kind: "idea", id: funded })).slice(0, 2)).toEqual([["engagement", "idea"], ["idea", "project"]]);
  expect((await strandsOf({ kind: "engagement", id: engagementId })).filter(([from, to]) => from === "engagement" && to === "project")).toEqual([]);
  expect(await strandsOf({ kind: "idea", id: plain })).toEqual([]);

  expect((await findVoices(officer, "PATH 100%")).map(({ id }) => id)).toEqual([plain]);
  expect((await findVoices(officer, "2")).map(({ id }) => id)).toEqual([plain]);
  expect((await findVoices(officer, "path")).map(({ id }) => id)).toEqual([plain]);
  expect(await findVoices(officer, "  ")).toEqual([]);
  expect(await findVoices(stranger, "path")).toEqual([]);
  // Thousands of ideas are no list to choose from: only the chosen one stands in it.
  expect((await listStops(officer)).some(({ kind }) => kind === "idea")).toBe(false);
  expect((await listStops(officer, { kind: "idea", id: plain })).filter(({ kind }) => kind === "idea").map(({ id }) => id)).toEqual([plain]);

  expect((await linkThings(officer, { from: { kind: "idea", id: plain }, to: { kind: "target", id: targetId }, how })).ok).toBe(true);
  expect(await strandsOf({ kind: "idea", id: plain })).toEqual([["engagement", "idea"], ["idea", "target"]]);
  const [told] = await sql<{ id: number }[]>`select id from outbox where event = 'thread.tied' and payload->>'id' = ${plain}`;
  await carryEvent(Number(told?.id));
  const mails = await sql<{ body: string }[]>`select body from mail_messages where recipient = ${resident.actor.email}`;
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain(how.en);
  expect(mails[0]?.body).toContain("/ideas/2");
});

test("an idea that is taken down keeps its place on the thread and loses its words, and nothing more is tied to it", async () => {
  const [row] = await db.select({ id: ideas.id }).from(ideas).where(and(eq(ideas.number, 2), eq(ideas.councilId, council.council.id)));
  const end = { kind: "idea" as const, id: row?.id ?? "" };
  for (const sight of ["held", "removed"] as const) {
    await db.update(ideas).set({ sight }).where(eq(ideas.id, end.id));
    const [, strand] = await listThread(officer, end);
    expect(strand?.from).toMatchObject({ title: { en: "An idea that is not shown", cy: "Syniad nad yw’n cael ei ddangos" }, state: "taken-down" });
    expect(JSON.stringify([await listAllStrands(officer), await listTiedStrands(officer), await listStops(officer, end)])).not.toContain("100%");
    expect(await findVoices(officer, "dark")).toEqual([]);
    expect(await linkThings(officer, { from: end, to: { kind: "project", id: projectId }, how })).toEqual({ ok: false, error: "unknown-thing" });
  }
  await db.update(ideas).set({ sight: "shown" }).where(eq(ideas.id, end.id));
  expect((await listThread(officer, end))[1]?.from.title.en).toContain("dark path");
});

test("a form sent twice writes one target, and an address is used once in a council", async () => {
  expect((await writeTarget(officer, target)).ok).toBe(true);
  expect(await writeTarget(officer, { ...target, once: randomId() })).toEqual({ ok: false, error: "slug-taken" });
  expect((await writeTarget(stranger, { ...target, once: randomId() })).ok).toBe(true);
  expect((await writeTarget(stranger, { ...target, slug: "mine-now" })).ok).toBe(false);
});
