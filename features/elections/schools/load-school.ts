import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { codePacks, electionSchools } from "#db/schema/elections/schools.ts";
import { presidingOfficers } from "#db/schema/voting/polling-places.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";

export interface AtSchool {
  readonly electionId: string;
  readonly schoolId: string;
}

/** A school of an election locked until the end of the transaction; 404 for another election's. */
export async function lockSchool(tx: Transaction, scope: AnyScope, { electionId, schoolId }: AtSchool): Promise<typeof electionSchools.$inferSelect> {
  const [row] = await tx
    .select()
    .from(electionSchools)
    .where(and(eq(electionSchools.councilId, scope.council.id), eq(electionSchools.electionId, electionId), eq(electionSchools.id, schoolId)))
    .for("update");
  return found(row, "school");
}

export interface AtPack {
  readonly electionId: string;
  readonly batchId: string;
}

/** A pack locked until the end of the transaction, with those who preside at its school; 404 for another election's. */
export async function lockPack(tx: Transaction, scope: AnyScope, { electionId, batchId }: AtPack): Promise<{ readonly pack: typeof codePacks.$inferSelect; readonly presidingOfficers: readonly string[] }> {
  const [row] = await tx
    .select({ pack: codePacks, placeId: electionSchools.placeId })
    .from(codePacks)
    .innerJoin(electionSchools, eq(electionSchools.id, codePacks.electionSchoolId))
    .where(and(eq(codePacks.councilId, scope.council.id), eq(codePacks.batchId, batchId), eq(electionSchools.electionId, electionId)))
    .for("update", { of: codePacks });
  const { pack, placeId } = found(row, "pack");
  const officers = placeId === null ? [] : await tx.select({ personId: presidingOfficers.personId }).from(presidingOfficers).where(eq(presidingOfficers.placeId, placeId));
  return { pack, presidingOfficers: officers.map(({ personId }) => personId) };
}
