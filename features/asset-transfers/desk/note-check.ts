import { inTransaction } from "#db/client.ts";
import { assetTransferChecks } from "#db/schema/asset-transfers/decisions.ts";
import { assetTransferQuestions, openSpaceNotices } from "#db/schema/asset-transfers/transfers.ts";
import { areConsecutiveWeeks } from "#domain/asset-transfers/clock.ts";
import { isOver } from "#domain/asset-transfers/transfer.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockTransfer } from "../load-transfer.ts";
import { tellApplicant } from "../note-stage.ts";
import { toJudge } from "../queries.ts";

export type IdentityWay = "documents-seen" | "one-login-p2";

/** An officer notes that they checked at level 4 who signs for the organisation. Only that is kept. */
export function noteIdentityCheck(scope: ActorScope, slug: string, way: IdentityWay): Promise<Result<void, "already-checked">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.check-identity", await toJudge(tx, row));
    const [kept] = await tx.insert(assetTransferChecks).values({ transferId: row.id, way, checkedBy: scope.actor.personId, checkedAt: now() }).onConflictDoNothing().returning();
    if (!kept) return err("already-checked");
    await record(tx, scope, { act: "asset-transfer.identity-checked", thing: { kind: "asset-transfer", id: row.id }, detail: { way } });
    return ok();
  });
}

/** An officer notes where and when it was advertised that open space is to be let go. */
export function noteOpenSpace(scope: ActorScope, slug: string, notice: { readonly newspaper: string; readonly firstOn: string; readonly secondOn: string }): Promise<Result<void, "not-consecutive-weeks" | "already-noted">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (!areConsecutiveWeeks(notice.firstOn, notice.secondOn)) return err("not-consecutive-weeks");
    const [kept] = await tx.insert(openSpaceNotices).values({ transferId: row.id, ...notice }).onConflictDoNothing().returning();
    if (!kept) return err("already-noted");
    await record(tx, scope, { act: "asset-transfer.notice-noted", thing: { kind: "asset-transfer", id: row.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** An officer asks the organisation something; it is written to. */
export function askQuestion(scope: ActorScope, slug: string, { once, text }: { readonly once: string; readonly text: string }): Promise<Result<void, "transfer-over">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (isOver(row.stage)) return err("transfer-over");
    const [kept] = await tx.insert(assetTransferQuestions).values({ id: once, transferId: row.id, text, askedBy: scope.actor.personId, askedAt: now() }).onConflictDoNothing().returning();
    if (!kept) return ok();
    await record(tx, scope, { act: "asset-transfer.question-asked", thing: { kind: "asset-transfer", id: row.id } });
    await tellApplicant(tx, scope, row, "question");
    return ok();
  });
}
