import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { projects } from "#db/schema/budgeting/projects.ts";
import { auditTrail } from "#db/schema/platform.ts";
import { writeTransfer } from "#features/asset-transfers/write-transfer.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { writeTarget } from "#features/priorities/write-target.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote } from "#testing/factories/votes.ts";
import { linkThings } from "./link-things.ts";
import { listStops, listThread, listTiedStrands } from "./queries.ts";
import { unlinkThings } from "./unlink-things.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");

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

test("tying the same two again changes the sentence and makes no second strand", async () => {
  const better = { en: "Better said.", cy: "" };
  await linkThings(officer, { from: { kind: "project", id: projectId }, to: { kind: "target", id: targetId }, how: better });
  expect((await listTiedStrands(officer)).map((strand) => strand.how)).toEqual([better]);
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
  expect(await unlinkThings(stranger, strand?.id ?? "")).toEqual({ ok: false, error: "unknown-thing" });
  expect((await unlinkThings(officer, strand?.id ?? "")).ok).toBe(true);
  expect(await listTiedStrands(officer)).toEqual([]);
});

test("a form sent twice writes one target, and an address is used once in a council", async () => {
  expect((await writeTarget(officer, target)).ok).toBe(true);
  expect(await writeTarget(officer, { ...target, once: randomId() })).toEqual({ ok: false, error: "slug-taken" });
  expect((await writeTarget(stranger, { ...target, once: randomId() })).ok).toBe(true);
  expect((await writeTarget(stranger, { ...target, slug: "mine-now" })).ok).toBe(false);
});

test("an asset transfer is of an area of its own council", async () => {
  const transfer = { once: randomId(), slug: "hall", reference: "A1", titleEn: "Hall", titleCy: "", summaryEn: "", summaryCy: "", organisation: "Trust" };
  expect(await writeTransfer(officer, { ...transfer, areaId: randomId() })).toEqual({ ok: false, error: "unknown-area" });
  expect((await writeTransfer(officer, { ...transfer, areaId: "" })).ok).toBe(true);
});
