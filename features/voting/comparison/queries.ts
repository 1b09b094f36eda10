import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { pollCounts } from "#db/schema/voting/results.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { BudgetMetrics } from "#domain/voting/counting/budget-metrics.ts";
import { publishAreaShares, type AreaShare } from "#domain/voting/results/area-shares.ts";
import type { PollOfArea } from "#features/voting/results/queries.ts";

export interface AreaShareInView extends AreaShare {
  readonly name: BilingualText;
}

/** Spend and coverage of the declared polls that are each of one area, with small counts hidden. */
export async function listAreaShares(scope: AnyScope, polls: readonly PollOfArea[]): Promise<readonly AreaShareInView[]> {
  const areaOf = new Map(polls.flatMap(({ pollId, areaId }) => (areaId === null ? [] : [[pollId, areaId] as const])));
  if (areaOf.size === 0) return [];
  const [counts, places] = await Promise.all([
    database()
      .select({ pollId: pollCounts.pollId, ballots: pollCounts.ballotsCounted, spentPence: pollCounts.spentPence, metrics: sql<string>`(${pollCounts.sheet} #> '{outcome,metrics}')::text` })
      .from(pollCounts)
      .where(and(eq(pollCounts.councilId, scope.council.id), inArray(pollCounts.pollId, [...areaOf.keys()]), isNotNull(pollCounts.publishedAt))),
    database()
      .select({ id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy })
      .from(areas)
      .where(and(eq(areas.councilId, scope.council.id), inArray(areas.id, [...areaOf.values()]))),
  ]);
  // Only keepCounts writes sheets.
  const lines = counts.flatMap(({ pollId, ballots, spentPence, metrics }) => {
    const areaId = areaOf.get(pollId);
    return areaId === undefined ? [] : [{ areaId, ballots, spentPence, metrics: JSON.parse(metrics) as BudgetMetrics }];
  });
  const names = new Map(places.map(({ id, nameEn, nameCy }) => [id, bilingual(nameEn, nameCy)]));
  return publishAreaShares(lines).map((share) => ({ ...share, name: names.get(share.areaId) ?? bilingual("", "") }));
}
