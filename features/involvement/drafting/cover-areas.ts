import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { engagementAreas } from "#db/schema/involvement/engagements.ts";
import type { BudgetVoteForOfficers } from "./queries.ts";

/** A vote is about the areas its pots are for; about the whole council, with no area named, as soon as one pot is. */
export async function coverAreas(tx: Transaction, vote: BudgetVoteForOfficers): Promise<void> {
  const rows = await tx.select({ areaId: pots.areaId }).from(pots).where(eq(pots.programmeId, vote.programme.id));
  const areaIds = [...new Set(rows.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))];
  await tx.delete(engagementAreas).where(eq(engagementAreas.engagementId, vote.id));
  if (rows.every(({ areaId }) => areaId !== null)) await tx.insert(engagementAreas).values(areaIds.map((areaId) => ({ engagementId: vote.id, areaId })));
}

export const isUnknownArea = (areaId: string | null, known: readonly { readonly id: string }[]): boolean => areaId !== null && !known.some(({ id }) => id === areaId);
