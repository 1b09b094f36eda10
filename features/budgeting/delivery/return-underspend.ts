import { potReturns } from "#db/schema/budgeting/delivery.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { underspend } from "#domain/budgeting/delivery.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { growPot } from "#features/budgeting/pots/grow-pot.ts";
import { getProgramme } from "#features/budgeting/programmes/queries.ts";
import { now } from "#platform/clock.ts";
import { changeDelivery } from "./change-delivery.ts";
import { listOpenPots } from "./queries.ts";

export interface ReturnUnderspendInput {
  readonly projectId: string;
  readonly toPotId: string;
}

/** Puts what an ended project did not need into a pot that is still being drafted; the pot grows by it. */
export const returnUnderspend = (
  scope: ActorScope,
  { projectId, toPotId }: ReturnUnderspendInput,
): Promise<Result<void, "delivery-ended" | "returned-already" | "nothing-left" | "choose-one">> =>
  changeDelivery(scope, {
    projectId,
    act: "delivery.underspend-returned",
    evenEnded: true,
    work: async (tx, { end, accounts, returned }): Promise<Result<void, "returned-already" | "nothing-left" | "choose-one">> => {
      if (returned) return err("returned-already");
      const amountPence = underspend(end, accounts);
      if (amountPence === 0) return err("nothing-left");
      const chosen = (await listOpenPots(scope, tx)).find(({ id }) => id === toPotId);
      if (!chosen) return err("choose-one");
      const programme = await getProgramme(scope, chosen.programmeId, tx);
      const pot = programme.pots.find(({ id }) => id === toPotId);
      if (!pot) return err("choose-one");
      await growPot(tx, scope, { programme, pot, amountPence, from: scope.council.name });
      await tx.insert(potReturns).values({ projectId, councilId: scope.council.id, toPotId, amountPence, returnedAt: now() });
      return ok();
    },
  });
