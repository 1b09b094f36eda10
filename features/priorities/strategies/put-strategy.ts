import { and, eq, max, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { strategies, strategyOutcomes, strategyThemes } from "#db/schema/priorities/agreements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

export interface PutStrategyInput {
  readonly once: string;
  readonly title: BilingualText;
  readonly story: BilingualText;
  readonly fromYear: number;
  readonly toYear: number;
}

/** Adds a strategy or changes its words. */
export const putStrategy = (scope: ActorScope, { once: id, title, story, fromYear, toYear }: PutStrategyInput): Promise<Result<void, "ends-before" | "form-expired">> =>
  change(scope, id, async (tx) => {
    if (toYear < fromYear) return err("ends-before");
    const there = await tx.select({ id: strategies.id, slug: strategies.slug }).from(strategies).where(eq(strategies.councilId, scope.council.id));
    const words = { titleEn: title.en, titleCy: title.cy, storyEn: story.en, storyCy: story.cy, fromYear, toYear };
    const slug = unusedSlug(slugOf(title.en, "strategy"), there.filter((each) => each.id !== id).map((each) => each.slug));
    const put = await tx
      .insert(strategies)
      .values({ id, councilId: scope.council.id, slug, ...words })
      .onConflictDoUpdate({ target: strategies.id, set: words, setWhere: eq(strategies.councilId, scope.council.id) })
      .returning({ id: strategies.id });
    return put.length === 0 ? err("form-expired") : ok();
  });

/** Adds a theme at the end of a strategy, or changes its words. */
export const putTheme = (scope: ActorScope, { once: id, strategyId, title, lead }: { readonly once: string; readonly strategyId: string; readonly title: BilingualText; readonly lead: BilingualText }): Promise<Result<void, "choose-one" | "form-expired">> =>
  change(scope, id, async (tx) => {
    const [strategy] = await tx.select({ id: strategies.id }).from(strategies).where(and(eq(strategies.councilId, scope.council.id), eq(strategies.id, strategyId)));
    if (!strategy) return err("choose-one");
    const [last] = await tx.select({ position: max(strategyThemes.position) }).from(strategyThemes).where(eq(strategyThemes.strategyId, strategyId));
    const words = { titleEn: title.en, titleCy: title.cy, leadEn: lead.en, leadCy: lead.cy };
    const put = await tx
      .insert(strategyThemes)
      .values({ id, councilId: scope.council.id, strategyId, position: (last?.position ?? 0) + 1, ...words })
      .onConflictDoUpdate({ target: strategyThemes.id, set: words, setWhere: eq(strategyThemes.councilId, scope.council.id) })
      .returning({ id: strategyThemes.id });
    return put.length === 0 ? err("form-expired") : ok();
  });

/** Adds an outcome at the end of a theme, or changes its words. */
export const putOutcome = (scope: ActorScope, { once: id, themeId, title }: { readonly once: string; readonly themeId: string; readonly title: BilingualText }): Promise<Result<void, "choose-one" | "form-expired">> =>
  change(scope, id, async (tx) => {
    const [theme] = await tx.select({ id: strategyThemes.id }).from(strategyThemes).where(and(eq(strategyThemes.councilId, scope.council.id), eq(strategyThemes.id, themeId)));
    if (!theme) return err("choose-one");
    const [last] = await tx.select({ position: max(strategyOutcomes.position) }).from(strategyOutcomes).where(eq(strategyOutcomes.themeId, themeId));
    const words = { titleEn: title.en, titleCy: title.cy };
    const put = await tx
      .insert(strategyOutcomes)
      .values({ id, councilId: scope.council.id, themeId, position: (last?.position ?? 0) + 1, ...words })
      .onConflictDoUpdate({ target: strategyOutcomes.id, set: words, setWhere: eq(strategyOutcomes.councilId, scope.council.id) })
      .returning({ id: strategyOutcomes.id });
    return put.length === 0 ? err("form-expired") : ok();
  });

function change<E>(scope: ActorScope, id: string, work: (tx: Transaction) => Promise<Result<void, E>>): Promise<Result<void, E>> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`strategies:${scope.council.id}`}, 0))`);
    const outcome = await work(tx);
    if (!outcome.ok) return outcome;
    await record(tx, scope, { act: "strategy.written", thing: { kind: "strategy", id } });
    await renewPages(tx, scope.council.slug);
    return outcome;
  });
}
