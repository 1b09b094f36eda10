import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetTransferLooks, assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import type { LookAct } from "#domain/asset-transfers/sight.ts";
import { isOver } from "#domain/asset-transfers/transfer.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockOwnTransfer, lockTransfer } from "../load-transfer.ts";
import { tellApplicant } from "../note-stage.ts";
import { toJudge } from "../queries.ts";

export interface Look {
  readonly act: LookAct;
  /** Why it is sent back; empty where it is shown. */
  readonly why: string;
}

/** An officer has looked at what an organisation wrote: everybody reads it from now on, or it goes back to be changed, with the reason. The organisation is told. Of two at once the second learns that it was done. */
export function lookAtApplication(scope: ActorScope, slug: string, look: Look): Promise<Result<void, "looked-at-already" | "transfer-over">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.look", await toJudge(tx, row));
    if (row.sight !== "waiting") return err("looked-at-already");
    if (isOver(row.stage)) return err("transfer-over");
    await keepLook(tx, scope, row.id, look);
    await tellApplicant(tx, scope, row, look.act === "shown" ? "shown" : { sentBack: look.why });
    return ok();
  });
}

/** Writes down that an officer has looked. In the transaction of a command that asked whether they may. */
export async function keepLook(tx: Transaction, scope: ActorScope, id: string, { act, why }: Look): Promise<void> {
  await tx.insert(assetTransferLooks).values({ transferId: id, act, why, lookedBy: scope.actor.personId, lookedAt: now() });
  await tx.update(assetTransfers).set({ sight: act }).where(eq(assetTransfers.id, id));
  await record(tx, scope, { act: "asset-transfer.looked-at", thing: { kind: "asset-transfer", id }, detail: { act } });
  await renewPages(tx, scope.council.slug);
}

export interface WrittenTexts {
  readonly organisation: string;
  readonly summary: string;
  readonly gains: string;
  readonly funding: string;
  readonly declaration: string;
}

/** The organisation changes what was sent back; an officer looks at it again. */
export function changeTexts(scope: MemberScope, slug: string, { summary, ...texts }: WrittenTexts): Promise<Result<void, "not-sent-back">> {
  return inTransaction(async (tx) => {
    const row = await lockOwnTransfer(tx, scope, slug);
    if (row.sight !== "sent-back") return err("not-sent-back");
    await tx
      .update(assetTransfers)
      .set({ ...texts, ...(row.writtenIn === "cy" ? { summaryCy: summary } : { summaryEn: summary }), declaredAt: now(), sight: "waiting" })
      .where(eq(assetTransfers.id, row.id));
    await record(tx, scope, { act: "asset-transfer.texts-changed", thing: { kind: "asset-transfer", id: row.id } });
    return ok();
  });
}
