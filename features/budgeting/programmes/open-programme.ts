import { programmes } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { randomId } from "#platform/random.ts";

/** A programme with nothing in it yet, as part of the command that begins a budget vote. Gives its id. */
export async function openProgramme(tx: Transaction, scope: AnyScope): Promise<string> {
  const id = randomId();
  await tx.insert(programmes).values({ id, councilId: scope.council.id });
  return id;
}
