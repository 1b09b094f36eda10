import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { poolAllocations, poolContributions, poolPurses, poolRingFences } from "#db/schema/partnerships/pooled-budgets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Purse } from "#domain/partnerships/pooled-budget.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listOpenPots } from "#features/budgeting/delivery/queries.ts";
import { growPot } from "#features/budgeting/pots/grow-pot.ts";
import { setFunders } from "#features/budgeting/pots/set-funders.ts";
import { getProgramme, wholeOf } from "#features/budgeting/programmes/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockPool, type PoolRow } from "./save-pool.ts";

interface Money extends Purse {
  readonly once: string;
  readonly amountPence: number;
}

/** What is wrong with where money is put or taken from, before a word of it is written. */
async function judgePurse(tx: Transaction, pool: PoolRow, { year, ringFence }: Purse): Promise<Fault | null> {
  if (year < pool.fromYear || year >= pool.fromYear + pool.years) return { field: "year", code: "year-outside", params: { from: pool.fromYear, to: pool.fromYear + pool.years - 1 } };
  if (ringFence === "") return null;
  const [fence] = await tx.select({ code: poolRingFences.code }).from(poolRingFences).where(and(eq(poolRingFences.poolId, pool.id), eq(poolRingFences.code, ringFence)));
  return fence ? null : { field: "ringFence", code: "choose-one" };
}

const purseOf = (pool: PoolRow, { year, kind, ringFence }: Purse) =>
  and(eq(poolPurses.poolId, pool.id), eq(poolPurses.year, year), eq(poolPurses.kind, kind), eq(poolPurses.ringFence, ringFence));

/** A partner puts money into the pool: for a year, of a kind, for anything or for what it is ring-fenced for. Entered twice it is once. */
export async function enterContribution(scope: ActorScope, slug: string, { once, partnerId, condition, ...money }: Money & { readonly partnerId: string; readonly condition: BilingualText }): Promise<Result<void, Fault>> {
  authorise(scope, "pool.edit", null);
  return inTransaction(async (tx) => {
    const pool = await lockPool(tx, scope, slug);
    const [partner] = await tx.select({ id: partners.id }).from(partners).where(and(eq(partners.councilId, scope.council.id), eq(partners.id, partnerId)));
    if (!partner) return err({ field: "partnerId", code: "choose-one" });
    const wrong = await judgePurse(tx, pool, money);
    if (wrong) return err(wrong);
    const [kept] = await tx
      .insert(poolContributions)
      .values({ id: once, councilId: scope.council.id, poolId: pool.id, partnerId, ...money, conditionEn: condition.en, conditionCy: condition.cy, enteredAt: now() })
      .onConflictDoNothing()
      .returning({ id: poolContributions.id });
    if (kept) await record(tx, scope, { act: "pool.contribution-entered", thing: { kind: "pool", id: pool.id }, detail: { amountPence: money.amountPence } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/**
 * Gives money out of the pool: never more than lies in the purse, which the database holds to as well. It may go into a pot of a participatory
 * budget that is still being drafted; the pot then tells the pool among its funders, and the pool tells the pot.
 */
export async function allocate(scope: ActorScope, slug: string, { once, what, potId, ...money }: Money & { readonly what: BilingualText; readonly potId: string | null }): Promise<Result<void, Fault>> {
  authorise(scope, "pool.allocate", null);
  return inTransaction(async (tx) => {
    const pool = await lockPool(tx, scope, slug);
    const [there] = await tx.select({ poolId: poolAllocations.poolId }).from(poolAllocations).where(eq(poolAllocations.id, once));
    if (there) return there.poolId === pool.id ? ok() : err({ field: "", code: "form-expired" });
    const wrong = await judgePurse(tx, pool, money);
    if (wrong) return err(wrong);
    const [purse] = await tx.select().from(poolPurses).where(purseOf(pool, money));
    const leftPence = (purse?.contributedPence ?? 0) - (purse?.allocatedPence ?? 0);
    if (money.amountPence > leftPence) return err({ field: "amountPence", code: "above-contributions", params: { leftPence } });
    if (potId !== null) {
      const fed = await feedPot(tx, scope, pool, potId, money.amountPence);
      if (!fed.ok) return fed;
    }
    await tx.insert(poolAllocations).values({ id: once, councilId: scope.council.id, poolId: pool.id, ...money, whatEn: what.en, whatCy: what.cy, potId, allocatedAt: now() });
    await record(tx, scope, { act: "pool.allocated", thing: { kind: "pool", id: pool.id }, detail: { amountPence: money.amountPence, potId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** The pot grows by the money and names the pool among its funders; where it named none, what it had is named as the council's. */
async function feedPot(tx: Transaction, scope: ActorScope, pool: PoolRow, potId: string, amountPence: number): Promise<Result<void, Fault>> {
  const chosen = (await listOpenPots(scope, tx)).find(({ id }) => id === potId);
  if (!chosen) return err({ field: "potId", code: "pot-not-draft" });
  const before = await getProgramme(scope, chosen.programmeId, tx);
  const funded = before.pots.find((pot) => pot.id === (before.pots.find(({ id }) => id === potId)?.ringFencedFrom ?? potId));
  if (funded && funded.funders.length === 0) {
    const wholePence = wholeOf(before, funded);
    const named = await setFunders(tx, scope, { programme: before, pot: funded, wholePence, funders: [{ name: scope.council.name, amountPence: wholePence, condition: { en: "", cy: "" } }] });
    if (!named.ok) return err(named.error[0] ?? { field: "potId", code: "pot-not-draft" });
  }
  const programme = await getProgramme(scope, chosen.programmeId, tx);
  const pot = programme.pots.find(({ id }) => id === potId);
  if (!pot) return err({ field: "potId", code: "pot-not-draft" });
  await growPot(tx, scope, { programme, pot, amountPence, from: { en: pool.nameEn, cy: pool.nameCy } });
  return ok();
}

/** Takes a contribution back that has not been given out, or an allocation that went into no pot. */
export async function takeMoneyBack(scope: ActorScope, slug: string, { contribution, allocation }: { readonly contribution?: string | undefined; readonly allocation?: string | undefined }): Promise<Result<void, Fault>> {
  authorise(scope, "pool.edit", null);
  return inTransaction(async (tx): Promise<Result<void, Fault>> => {
    const pool = await lockPool(tx, scope, slug);
    if (contribution !== undefined) {
      const [row] = await tx.select().from(poolContributions).where(and(eq(poolContributions.poolId, pool.id), eq(poolContributions.id, contribution)));
      if (!row) return ok();
      const [purse] = await tx.select().from(poolPurses).where(purseOf(pool, row));
      const leftPence = (purse?.contributedPence ?? 0) - (purse?.allocatedPence ?? 0);
      if (leftPence < row.amountPence) return err({ field: "", code: "given-out-already", params: { leftPence } });
      await tx.delete(poolContributions).where(eq(poolContributions.id, row.id));
    }
    if (allocation !== undefined) {
      const [row] = await tx.select().from(poolAllocations).where(and(eq(poolAllocations.poolId, pool.id), eq(poolAllocations.id, allocation)));
      if (!row) return ok();
      if (row.potId !== null) return err({ field: "", code: "in-a-pot" });
      await tx.delete(poolAllocations).where(eq(poolAllocations.id, row.id));
    }
    await record(tx, scope, { act: "pool.money-taken-back", thing: { kind: "pool", id: pool.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
