import { potFunders } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { PotForOfficers, ProgrammeForOfficers } from "#features/budgeting/programmes/queries.ts";
import { setAmount } from "./change-pot.ts";

/** Adds money that came back to a pot of a draft; where its funders are told, whoever returned it is told among them, so that the sum stays right. */
export async function growPot(
  tx: Transaction,
  scope: AnyScope,
  { programme, pot, amountPence, from }: { readonly programme: ProgrammeForOfficers; readonly pot: PotForOfficers; readonly amountPence: number; readonly from: BilingualText },
): Promise<void> {
  const funded = programme.pots.find(({ id }) => id === (pot.ringFencedFrom ?? pot.id)) ?? pot;
  if (funded.funders.length > 0)
    await tx.insert(potFunders).values({ councilId: scope.council.id, potId: funded.id, position: funded.funders.length + 1, nameEn: from.en, nameCy: from.cy, amountPence });
  await setAmount(tx, scope, pot, pot.amountPence + amountPence);
}
