import { and, eq, inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { rollEntries } from "#db/schema/eligibility/rolls.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Claim } from "#domain/eligibility/claim.ts";

/** The home of somebody who was matched to a roll, in one normal spelling; null where no roll knows it. */
export async function findHousehold(scope: AnyScope, { electors }: Claim): Promise<string | null> {
  const entryIds = Object.values(electors);
  if (entryIds.length === 0) return null;
  const [entry] = await database()
    .select({ address: rollEntries.address, postcode: rollEntries.postcode })
    .from(rollEntries)
    .where(and(eq(rollEntries.councilId, scope.council.id), inArray(rollEntries.id, entryIds)))
    .limit(1);
  const address = entry?.address.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim() ?? "";
  return entry === undefined || address === "" ? null : `${address} ${entry.postcode}`;
}
