import { and, desc, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assetTransferReturnLooks, assetTransferReturns } from "#db/schema/asset-transfers/decisions.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockTransfer } from "../load-transfer.ts";
import { tellApplicant } from "../note-stage.ts";
import { toJudge } from "../queries.ts";
import type { Look } from "./look-at-application.ts";

/** An officer has looked at the return of a year: everybody reads it from now on, or it goes back to be changed, with the reason. Of two at once the second learns that it was done. */
export function lookAtReturn(scope: ActorScope, slug: string, { year, version, act, why }: Look & { readonly year: number; readonly version: number }): Promise<Result<void, "looked-at-already">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.look", await toJudge(tx, row));
    const [newest] = await tx
      .select({ version: assetTransferReturns.version })
      .from(assetTransferReturns)
      .where(and(eq(assetTransferReturns.transferId, row.id), eq(assetTransferReturns.year, year)))
      .orderBy(desc(assetTransferReturns.version))
      .limit(1);
    if (found(newest, "return").version !== version) return err("looked-at-already");
    const [kept] = await tx.insert(assetTransferReturnLooks).values({ transferId: row.id, year, version, act, why, lookedBy: scope.actor.personId, lookedAt: now() }).onConflictDoNothing().returning();
    if (!kept) return err("looked-at-already");
    await record(tx, scope, { act: "asset-transfer.return-looked-at", thing: { kind: "asset-transfer", id: row.id }, detail: { year, act } });
    await tellApplicant(tx, scope, row, act === "shown" ? "return-shown" : { returnSentBack: why });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
