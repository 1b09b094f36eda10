import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areas } from "#db/schema/councils/areas.ts";
import { dutyRecordVersions } from "#db/schema/involvement/duty.ts";
import { auditTrail } from "#db/schema/platform.ts";
import { dutyYearOf } from "#domain/involvement/duty.ts";
import { keepStatute } from "#features/involvement/statutes/keep-statute.ts";
import { getStatute, listStatutes, listStatutesToChoose } from "#features/involvement/statutes/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote } from "#testing/factories/votes.ts";
import { getDutyYear, getRecord, listRecords, type WantedDuty } from "./queries.ts";
import { signRecord, type RecordToSign, type WhichRecord } from "./sign-record.ts";
import { signStatement } from "./sign-statement.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const reviewer = await makeOfficer(council, "service-reviewer");
const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const year = dutyYearOf(new Date().toISOString().slice(0, 10));
const everything: WantedDuty = { year, service: null, areaId: null, group: null, level: null };

const engagementId = await makePublishedVote(officer, approver);
const [millbrook, fellside] = await db
  .insert(areas)
  .values(["Millbrook", "Fellside"].map((name, index) => ({ councilId: council.council.id, kind: "ward" as const, code: `E0500000${index}`, nameEn: name, nameCy: name })))
  .returning({ id: areas.id });

const given: RecordToSign = {
  subject: "decision",
  title: both("Library hours"),
  service: both("Libraries"),
  affected: both("Everybody who uses the library."),
  groups: ["service-users", "children-and-young-people"],
  areaIds: [millbrook?.id ?? ""],
  level: "consult",
  reason: both("The hours are not settled."),
  statute: "",
  statutoryBasis: "",
  decidedBy: both("Cabinet"),
  decidesOn: null,
  engagementIds: [engagementId],
  signedName: "Daniel Hurst",
  signedPost: "Monitoring officer",
};
const first = { once: randomId() };
const faultsOf = async (change: Partial<RecordToSign>, which: WhichRecord = { once: randomId() }, scope = officer) => {
  const outcome = await signRecord(scope, which, { ...given, ...change });
  return outcome.ok ? [] : typeof outcome.error === "string" ? outcome.error : outcome.error.map(({ field, code }) => [field, code]);
};

test("a record is signed once however often its form is sent, and is numbered from 1", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => signRecord(officer, first, given)));
  expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value: { number: 1 } })));
  expect(await listRecords(officer)).toMatchObject([{ number: 1, version: 1, level: "consult", service: "Libraries", engagementIds: [engagementId], areaIds: [millbrook?.id], signedName: "Daniel Hurst", changedBecause: "" }]);
  expect((await db.select().from(auditTrail).where(eq(auditTrail.act, "duty.signed"))).length).toBe(1);
});

test("numbers follow each other without gaps when many sign at once, each council from 1", async () => {
  const answers = await Promise.all([1, 2, 3, 4].map((n) => signRecord(officer, { once: randomId() }, { ...given, title: both(`Matter ${n}`), engagementIds: [] })));
  expect(answers.map((answer) => (answer.ok ? answer.value.number : 0)).sort()).toEqual([2, 3, 4, 5]);
  expect(await signRecord(stranger, { once: randomId() }, { ...given, areaIds: [], engagementIds: [] })).toEqual({ ok: true, value: { number: 1 } });
});

test("a new version is signed with a reason after the one that was shown, and earlier ones stay", async () => {
  const again = { number: 1, after: 1, because: "Cabinet wants more than answers" };
  expect(await signRecord(officer, again, { ...given, level: "involve" })).toEqual({ ok: true, value: { number: 1 } });
  expect(await signRecord(officer, again, { ...given, level: "involve" })).toEqual({ ok: true, value: { number: 1 } });
  expect(await faultsOf({}, { ...again, because: "Somebody else's change" })).toBe("changed-meanwhile");
  expect(await faultsOf({}, { number: 1, after: 2, because: " " })).toEqual([["because", "required"]]);
  expect((await getRecord(officer, 1)).map(({ version, level }) => [version, level])).toEqual([[2, "involve"], [1, "consult"]]);
  await expect(getRecord(stranger, 2)).rejects.toMatchObject({ reason: "not-found" });
});

test("two officers who sign a version at once: one stands, the other is told", async () => {
  const answers = await Promise.all(["One", "Other"].map((because) => signRecord(officer, { number: 2, after: 1, because }, given)));
  expect(answers.filter(({ ok }) => ok).length).toBe(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: "changed-meanwhile" });
});

test("what is missing or belongs to another council is said field by field", async () => {
  expect(await faultsOf({ reason: { en: "", cy: "" } })).toEqual([["reasonEn", "required"], ["reasonCy", "required"]]);
  expect(await faultsOf({ decidedBy: { en: "", cy: "" } })).toEqual([["decidedByEn", "required"], ["decidedByCy", "required"]]);
  expect(await faultsOf({ statute: "made-up", areaIds: [randomId()], engagementIds: [randomId()] })).toEqual([["areaIds", "choose-one"], ["engagementIds", "choose-one"], ["statute", "choose-one"]]);
  expect(await faultsOf({ engagementIds: [] }, undefined, stranger)).toEqual([["areaIds", "choose-one"]]);
  await expect(signRecord(reviewer, { once: randomId() }, given)).rejects.toMatchObject({ reason: "forbidden" });
});

test("what was signed cannot be written over or taken away, even past the commands", async () => {
  expect(await refusalOf(db.update(dutyRecordVersions).set({ reasonEn: "Another reason" }))).toBe("duty_record_versions is append-only");
  expect(await refusalOf(db.delete(dutyRecordVersions))).toBe("duty_record_versions is append-only");
  expect(await refusalOf(db.execute(sql`truncate duty_record_versions cascade`))).toBe("duty_record_versions is append-only");
  expect(await refusalOf(db.execute(sql`update duty_record_areas set area_id = ${fellside?.id ?? ""}`))).toBe("duty_record_areas is append-only");
  expect(await refusalOf(db.insert(dutyRecordVersions).values({ recordId: first.once, version: 9, subject: "decision", titleEn: "x", serviceEn: "x", affectedEn: "x", groups: [], reasonEn: "x", decidedByEn: "x", signedBy: officer.actor.personId, signedName: "x", signedPost: "x", signedAt: new Date(), changedBecause: "x" }))).toContain("duty_record_versions_groups_check");
});

test("the register counts by level, service, ward and group, and shows what falls short", async () => {
  const all = await getDutyYear(officer, everything);
  expect(all.engagements.map(({ id, areaIds }) => [id, areaIds])).toEqual([[engagementId, [millbrook?.id]]]); // placed by its record
  expect(all.counts.wards.map(({ areaId, engagements }) => [areaId, engagements])).toEqual([[fellside?.id, 0], [millbrook?.id, 1]]);
  expect(all.counts.services).toEqual([{ service: "Libraries", records: 5, engagements: 1 }]);
  const kinds = all.gaps.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "not-involved").length).toBe(3); // matters 3, 4 and 5 of the register; 2 was linked by its second version
  expect(all.gaps).toContainEqual({ kind: "ward-not-reached", areaId: fellside?.id });
  expect(all.gaps).toContainEqual({ kind: "group-not-reached", group: "carers" });
  expect(kinds).not.toContain("no-record");
  const fells = await getDutyYear(officer, { ...everything, areaId: fellside?.id ?? "" });
  expect([fells.records.length, fells.engagements.length]).toEqual([0, 0]);
  expect((await getDutyYear(officer, { ...everything, group: "carers" })).records).toEqual([]);
  expect((await getDutyYear(officer, { ...everything, year: 2001 })).records).toEqual([]);
  expect((await getDutyYear(stranger, everything)).records.length).toBe(1);
});

test("a year's statement is signed in versions, by those who may", async () => {
  const statement = { year, after: 0, foreword: both("We asked."), shortfall: both(""), leaderName: "M. Efa", leaderPost: both("Leader"), officerName: "D. Hurst", officerPost: both("Monitoring officer") };
  const empty = { ...statement, shortfall: { en: "", cy: "" } };
  expect(await signStatement(approver, empty)).toEqual({ ok: true, value: undefined });
  expect(await signStatement(approver, empty)).toEqual({ ok: true, value: undefined });
  expect(await signStatement(approver, { ...empty, foreword: both("Something else.") })).toEqual({ ok: false, error: "changed-meanwhile" });
  expect(await signStatement(approver, { ...empty, after: 1, shortfall: { en: "Bins changed unasked.", cy: "" } })).toEqual({ ok: false, error: [{ field: "shortfallCy", code: "required" }] });
  expect((await signStatement(approver, { ...empty, after: 1, shortfall: both("Bins changed unasked.") })).ok).toBe(true);
  expect((await getDutyYear(officer, everything)).statement).toMatchObject({ version: 2, shortfall: both("Bins changed unasked.") });
  await expect(signStatement(officer, empty)).rejects.toMatchObject({ reason: "forbidden" });
});

test("a council keeps its own copy of the catalogue of statutory consultations", async () => {
  const traffic = await getStatute(officer, "traffic-order");
  expect([traffic.minimumDays, traffic.edited]).toEqual([21, false]);
  expect((await keepStatute(officer, { ...traffic, minimumDays: 28 })).ok).toBe(true);
  expect((await keepStatute(officer, { ...traffic, minimumDays: 30 })).ok).toBe(true);
  expect(await keepStatute(officer, { ...traffic, title: { en: "Only English", cy: "" } })).toEqual({ ok: false, error: "welsh-missing" });
  expect((await keepStatute(officer, { ...traffic, code: "street-market", title: both("Street market"), withdrawn: true })).ok).toBe(true);
  expect([(await getStatute(officer, "traffic-order")).minimumDays, (await getStatute(stranger, "traffic-order")).minimumDays]).toEqual([30, 21]);
  expect((await listStatutes(officer)).some(({ code }) => code === "street-market")).toBe(true);
  expect((await listStatutesToChoose(officer)).some(({ code }) => code === "street-market")).toBe(false);
  expect((await listStatutesToChoose(officer, "street-market")).some(({ code }) => code === "street-market")).toBe(true);
  await expect(keepStatute(reviewer, traffic)).rejects.toMatchObject({ reason: "forbidden" });
});
