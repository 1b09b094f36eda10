import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

/**
 * After a result was declared: the engagement is analysed once every pot of its programme has one. Follows the declaration;
 * does nothing twice, and nothing for a poll that no pot holds.
 */
export async function followResult(tx: Transaction, scope: SystemScope, pollId: string): Promise<void> {
  const [engagement] = await tx
    .select({ id: engagements.id, slug: engagements.slug, state: engagements.state, programmeId: engagements.programmeId })
    .from(engagements)
    .innerJoin(pots, eq(pots.programmeId, engagements.programmeId))
    .where(and(eq(engagements.councilId, scope.council.id), eq(pots.pollId, pollId)))
    .for("update", { of: engagements });
  if (!engagement?.programmeId) return;
  const states = await tx.select({ state: polls.state }).from(polls).innerJoin(pots, eq(pots.pollId, polls.id)).where(eq(pots.programmeId, engagement.programmeId));
  const over = engagement.state === "published" || engagement.state === "closed";
  if (over && states.every(({ state }) => state === "declared")) {
    await tx.update(engagements).set({ state: "analysed" }).where(eq(engagements.id, engagement.id));
    await record(tx, scope, { act: "engagement.analysed", thing: { kind: "engagement", id: engagement.id } });
  }
  await renewPages(tx, scope.council.slug);
}
