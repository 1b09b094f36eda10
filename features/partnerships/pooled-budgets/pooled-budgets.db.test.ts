import { expect, test } from "vitest";
import { partnerOfficers } from "#db/schema/partnerships/partners.ts";
import { createBudgetVote } from "#features/involvement/drafting/create-budget-vote.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { putPartner } from "#features/partnerships/partners/put-partner.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { allocate, enterContribution, takeMoneyBack } from "./change-money.ts";
import { getPool, listCaseVersions, listPoolsFeeding } from "./queries.ts";
import { saveCase, signCase } from "./save-case.ts";
import { addRingFence, savePool } from "./save-pool.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const both = (en: string) => ({ en, cy: `${en} (cy)` });

async function makePartner(name: string): Promise<string> {
  const id = randomId();
  const put = await putPartner(officer, { once: id, name: both(name), kind: "health", underDuty: true, contactEmail: "", leftOn: null });
  if (!put.ok) throw new Error("No partner was made");
  return id;
}
const health = await makePartner("Health board");
const police = await makePartner("Police");

async function makePool(): Promise<string> {
  const put = await savePool(officer, { once: randomId(), name: both("Families first"), purpose: both("Help earlier."), boardId: null, fromYear: 2026, years: 3 });
  if (!put.ok) throw new Error(put.error);
  return put.value.slug;
}

const into = (slug: string, amountPence: number, more: { readonly kind?: "revenue" | "capital"; readonly ringFence?: string; readonly year?: number; readonly once?: string; readonly partnerId?: string } = {}) =>
  enterContribution(officer, slug, { once: randomId(), partnerId: health, year: 2026, kind: "revenue", ringFence: "", amountPence, condition: both(""), ...more });
const out = (slug: string, amountPence: number, more: { readonly kind?: "revenue" | "capital"; readonly ringFence?: string; readonly year?: number; readonly once?: string; readonly potId?: string | null } = {}) =>
  allocate(officer, slug, { once: randomId(), year: 2026, kind: "revenue", ringFence: "", amountPence, what: both("Workers"), potId: null, ...more });

test("nothing is given out that was not put in: not of another year, another kind or what is ring-fenced", async () => {
  const slug = await makePool();
  await addRingFence(officer, slug, { name: both("Young people") });
  expect(await into(slug, 50_000, { ringFence: "young-people" })).toEqual({ ok: true, value: undefined });
  await into(slug, 100_000);
  await into(slug, 30_000, { kind: "capital" });
  expect(await into(slug, 1, { year: 2029 })).toEqual({ ok: false, error: { field: "year", code: "year-outside", params: { from: 2026, to: 2028 } } });
  expect(await into(slug, 1, { ringFence: "none-such" })).toMatchObject({ ok: false, error: { field: "ringFence" } });

  expect(await out(slug, 100_001)).toEqual({ ok: false, error: { field: "amountPence", code: "above-contributions", params: { leftPence: 100_000 } } });
  expect((await out(slug, 100_000)).ok).toBe(true);
  expect(await out(slug, 1)).toMatchObject({ error: { params: { leftPence: 0 } } });
  expect(await out(slug, 30_001, { kind: "capital" })).toMatchObject({ ok: false });
  expect(await out(slug, 1, { year: 2027 })).toMatchObject({ ok: false });
  expect((await out(slug, 50_000, { ringFence: "young-people" })).ok).toBe(true);
  const { purses } = await getPool(officer, slug);
  expect(purses.map(({ kind, ringFence, leftPence }) => [kind, ringFence, leftPence])).toEqual([["capital", "", 30_000], ["revenue", "", 0], ["revenue", "young-people", 0]]);
});

test("the database refuses it too, whoever writes and however many at once", async () => {
  const slug = await makePool();
  await into(slug, 100_000);
  const { id } = await getPool(officer, slug);
  const insert = (amount: number) => sql`insert into pool_allocations (council_id, pool_id, year, kind, amount_pence, what_en, allocated_at) values (${council.council.id}, ${id}, 2026, 'revenue', ${amount}, 'x', now())`;
  await expect(insert(100_001)).rejects.toThrow("pool_purses_allocated_check");
  const outcomes = await Promise.allSettled([insert(60_000), insert(60_000)]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(sql`delete from pool_contributions where pool_id = ${id}`).rejects.toThrow("pool_purses_allocated_check");
  expect(await refusalOf(sql`update pool_contributions set amount_pence = 1 where pool_id = ${id}`)).toBe("pool_contributions is append-only");
  const [may] = await sql`select has_table_privilege('folkmoot_web', 'pool_purses', 'update') as writes`;
  expect(may?.["writes"]).toBe(false);
});

test("a form sent twice enters money once, and money comes back unless it is given out", async () => {
  const slug = await makePool();
  const once = randomId();
  await into(slug, 100_000, { once });
  await into(slug, 100_000, { once });
  const spent = randomId();
  await out(slug, 70_000, { once: spent });
  expect((await out(slug, 70_000, { once: spent })).ok).toBe(true);
  expect(await takeMoneyBack(officer, slug, { contribution: once })).toEqual({ ok: false, error: { field: "", code: "given-out-already", params: { leftPence: 30_000 } } });
  expect((await takeMoneyBack(officer, slug, { allocation: spent })).ok).toBe(true);
  expect((await takeMoneyBack(officer, slug, { contribution: once })).ok).toBe(true);
  expect((await getPool(officer, slug)).contributions).toEqual([]);
});

test("money goes into a pot of a participatory budget and is told at both ends", async () => {
  const slug = await makePool();
  await into(slug, 5_000_000);
  const vote = await createBudgetVote(officer, { once: randomId(), title: both("Your Patch"), topic: "environment-and-parks", amountPence: 10_000_000, areaId: null });
  const engagementId = vote.ok ? vote.value.engagementId : "";
  const before = await getVoteForOfficers(officer, engagementId);
  const potId = before.programme.pots[0]?.id ?? "";
  const once = randomId();
  expect(await out(slug, 2_000_000, { potId, once })).toEqual({ ok: true, value: undefined });
  const [pot] = (await getVoteForOfficers(officer, engagementId)).programme.pots;
  expect(pot?.amountPence).toBe(12_000_000);
  expect(pot?.funders.map(({ name, amountPence }) => [name.en, amountPence])).toEqual([["Brackenshire Council", 10_000_000], ["Families first", 2_000_000]]);
  expect((await getPool(officer, slug)).allocations[0]?.pot?.programmeId).toBe(before.programme.id);
  expect(await listPoolsFeeding(officer, before.programme.id)).toMatchObject([{ slug, amountPence: 2_000_000, what: { en: "Workers" } }]);
  expect(await takeMoneyBack(officer, slug, { allocation: once })).toMatchObject({ ok: false, error: { code: "in-a-pot" } });
  expect(await refusalOf(sql`delete from pool_allocations where id = ${once}`)).toBe("pool_allocations is append-only");
  expect(await out(slug, 1_000, { potId: randomId() })).toMatchObject({ ok: false, error: { field: "potId", code: "pot-not-draft" } });
});

const caseOf = (once: string, points: readonly [number, number]) => ({
  once,
  title: both("Earlier help"),
  summary: both("Two workers."),
  shares: [
    { partnerId: health, basisPoints: points[0] },
    { partnerId: police, basisPoints: points[1] },
  ],
  lines: [
    { partnerId: health, year: 2026, investPence: 4_100_000, gainPence: 0 },
    { partnerId: police, year: 2028, investPence: 0, gainPence: 10_800_000 },
  ],
});

test("the shares of a case make exactly 100 %, and each body signs the version it read", async () => {
  const slug = await makePool();
  const once = randomId();
  expect(await saveCase(officer, slug, caseOf(once, [6_000, 4_100]))).toEqual({ ok: false, error: { field: `share-${health}`, code: "shares-not-whole", params: { sum: 101 } } });
  expect(await saveCase(officer, slug, caseOf(once, [6_000, 4_000]))).toEqual({ ok: true, value: undefined });
  await expect(sql`update pool_case_shares set basis_points = 6001 where case_id = ${once} and partner_id = ${health}`).rejects.toThrow("basis points");

  const constable = await makeOfficer(council);
  await db.insert(partnerOfficers).values({ partnerId: police, personId: constable.actor.personId, councilId: council.council.id, addedAt: new Date() });
  const sign = (who: typeof officer, partnerId: string, version: number) => signCase(who, slug, { caseId: once, partnerId, version, signedAs: "A. Person" });
  await expect(sign(constable, health, 1)).rejects.toThrow("forbidden");
  await expect(sign(officer, health, 1)).rejects.toThrow("forbidden");
  expect((await sign(constable, police, 1)).ok).toBe(true);
  expect((await sign(constable, police, 1)).ok).toBe(true);
  expect((await sign(approver, health, 1)).ok).toBe(true);
  expect((await getPool(officer, slug)).cases[0]?.signOffs).toHaveLength(2);
  await saveCase(officer, slug, caseOf(once, [5_000, 5_000]));
  expect((await getPool(officer, slug)).cases[0]?.signOffs).toEqual([]);
  expect(await sign(constable, police, 1)).toMatchObject({ ok: false, error: { code: "case-changed" } });
  const [changed] = (await getPool(officer, slug)).cases;
  expect(changed?.voided.map(({ partnerId, version }) => [partnerId, version])).toEqual([[health, 1], [police, 1]]);
  // Every version is kept as it was signed; the same again is none.
  await saveCase(officer, slug, caseOf(once, [5_000, 5_000]));
  const versions = changed ? await listCaseVersions(officer, changed) : [];
  expect(versions.map(({ number, content }) => [number, content.shares.map(({ basisPoints }) => basisPoints)])).toEqual([[2, [5_000, 5_000]], [1, [6_000, 4_000]]]);
  expect(versions[1]?.signed).toHaveLength(2);
  await expect(sql`insert into pool_sign_offs (case_id, partner_id, version, signed_as, signed_by, signed_at) values (${once}, ${health}, 1, 'x', ${officer.actor.personId}, now())`).rejects.toThrow("Another version");
  expect(await refusalOf(sql`delete from pool_sign_offs`)).toBe("pool_sign_offs is append-only");
});

test("another council's officers find nothing", async () => {
  const slug = await makePool();
  const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
  await expect(getPool(stranger, slug)).rejects.toThrow("not-found");
  await expect(allocate(stranger, slug, { once: randomId(), year: 2026, kind: "revenue", ringFence: "", amountPence: 1, what: both("x"), potId: null })).rejects.toThrow("not-found");
});

test("a signature from before versions were kept says that what was signed is not there to be read", async () => {
  const slug = await makePool();
  const caseId = randomId();
  const write = (title: string) => saveCase(officer, slug, { once: caseId, title: both(title), summary: both("Why"), shares: [{ partnerId: health, basisPoints: 10_000 }], lines: [] });
  await write("Early help");
  await signCase(approver, slug, { caseId, partnerId: health, version: 1, signedAs: "A. Person" });
  await write("Earlier help");
  const voided = async () => (await getPool(officer, slug)).cases[0]?.voided.map(({ version, textKept }) => [version, textKept]);
  expect(await voided()).toEqual([[1, true]]);
  // As it stood before versions were kept: a signature of a version that is nowhere.
  await sql`alter table pool_sign_offs drop constraint pool_sign_offs_version_fk`;
  await sql`alter table pool_sign_offs disable trigger user`;
  await sql`insert into pool_sign_offs (case_id, partner_id, version, signed_as, signed_by, signed_at) values (${caseId}, ${health}, 0, 'B. Before', ${approver.actor.personId}, '2020-01-01')`;
  expect(await voided()).toEqual([[1, true], [0, false]]);
});
