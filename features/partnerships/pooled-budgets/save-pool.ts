import { and, eq, ne, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { partnershipGroups } from "#db/schema/partnerships/partners.ts";
import { pooledBudgets, poolRingFences } from "#db/schema/partnerships/pooled-budgets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

export type PoolRow = typeof pooledBudgets.$inferSelect;

/** A pooled budget of the council by the last part of its address, locked until the end of the transaction. */
export async function lockPool(tx: Transaction, scope: AnyScope, slug: string): Promise<PoolRow> {
  const [row] = await tx.select().from(pooledBudgets).where(and(eq(pooledBudgets.councilId, scope.council.id), eq(pooledBudgets.slug, slug))).for("update");
  return found(row, "pooled budget");
}

export interface PoolInput {
  /** The form's one-use number: the id of a new one, or of the one that is changed. */
  readonly once: string;
  readonly name: BilingualText;
  readonly purpose: BilingualText;
  readonly boardId: string | null;
  readonly fromYear: number;
  readonly years: number;
}

/** Opens a pooled budget or changes it. Its address stays as it was first made. */
export async function savePool(scope: ActorScope, { once: id, name, purpose, ...rest }: PoolInput): Promise<Result<{ readonly slug: string }, "choose-one" | "form-expired">> {
  authorise(scope, "pool.edit", null);
  const council = scope.council.id;
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pools:${council}`}, 0))`);
    if (rest.boardId !== null) {
      const [board] = await tx.select({ id: partnershipGroups.id }).from(partnershipGroups).where(and(eq(partnershipGroups.councilId, council), eq(partnershipGroups.id, rest.boardId)));
      if (!board) return err("choose-one");
    }
    const taken = await tx.select({ slug: pooledBudgets.slug }).from(pooledBudgets).where(and(eq(pooledBudgets.councilId, council), ne(pooledBudgets.id, id)));
    const slug = unusedSlug(slugOf(name.en, "pool"), ["new", ...taken.map((each) => each.slug)]);
    const change = { nameEn: name.en, nameCy: name.cy, purposeEn: purpose.en, purposeCy: purpose.cy, ...rest };
    const [put] = await tx
      .insert(pooledBudgets)
      .values({ id, councilId: council, slug, ...change })
      .onConflictDoUpdate({ target: pooledBudgets.id, set: change, setWhere: eq(pooledBudgets.councilId, council) })
      .returning({ slug: pooledBudgets.slug });
    if (!put) return err("form-expired");
    await record(tx, scope, { act: "pool.written", thing: { kind: "pool", id } });
    await renewPages(tx, scope.council.slug);
    return ok(put);
  });
}

/** Names what part of the money may only be spent on. The same name twice is one ring-fence. */
export async function addRingFence(scope: ActorScope, slug: string, { name }: { readonly name: BilingualText }): Promise<Result<void, never>> {
  authorise(scope, "pool.edit", null);
  return inTransaction(async (tx) => {
    const pool = await lockPool(tx, scope, slug);
    await tx.insert(poolRingFences).values({ poolId: pool.id, code: slugOf(name.en, "ring-fence"), nameEn: name.en, nameCy: name.cy }).onConflictDoNothing();
    await record(tx, scope, { act: "pool.ring-fenced", thing: { kind: "pool", id: pool.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
