import { randomId } from "#platform/random.ts";
import type { Transaction } from "#db/client.ts";
import { electorates } from "#db/schema/eligibility.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";

/** Writes who may vote, as part of the command that makes the poll; that command has asked whether its person may. */
export async function createElectorate(tx: Transaction, scope: AnyScope, electorate: Electorate): Promise<string> {
  const id = randomId();
  await tx.insert(electorates).values({ id, councilId: scope.council.id, ...electorate, areaIds: [...electorate.areaIds] });
  return id;
}
