import { eq } from "drizzle-orm";
import { randomId } from "#platform/random.ts";
import type { Transaction } from "#db/client.ts";
import { electorateRolls, electorates } from "#db/schema/eligibility/electorates.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { rollsOf, type Electorate } from "#domain/eligibility/electorate.ts";

/** Writes who may vote, as part of the command that makes the poll; that command has asked whether its person may. */
export async function createElectorate(tx: Transaction, scope: AnyScope, electorate: Electorate): Promise<string> {
  const id = randomId();
  await tx.insert(electorates).values({ id, councilId: scope.council.id, ...electorate });
  await nameRolls(tx, id, electorate);
  return id;
}

/** Keeps which rolls the rules name, so that none of them can be taken away. */
export async function nameRolls(tx: Transaction, electorateId: string, electorate: Electorate): Promise<void> {
  await tx.delete(electorateRolls).where(eq(electorateRolls.electorateId, electorateId));
  const rollIds = rollsOf(electorate);
  if (rollIds.length > 0) await tx.insert(electorateRolls).values(rollIds.map((rollId) => ({ electorateId, rollId })));
}
