import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { electorates } from "#db/schema/eligibility/electorates.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import { nameRolls } from "./create-electorate.ts";

/** Rewrites who may vote in a poll that is still a draft, as part of the command that changes the poll. */
export async function changeElectorate(tx: Transaction, scope: AnyScope, id: string, electorate: Electorate): Promise<void> {
  await tx
    .update(electorates)
    .set(electorate)
    .where(and(eq(electorates.councilId, scope.council.id), eq(electorates.id, id)));
  await nameRolls(tx, id, electorate);
}
