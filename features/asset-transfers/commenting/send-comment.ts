import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetTransferCommentPeriods, assetTransferComments } from "#db/schema/asset-transfers/comments.ts";
import { judgePeriod, type CommentView } from "#domain/asset-transfers/comment.ts";
import { isOver } from "#domain/asset-transfers/transfer.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { toJudge } from "../queries.ts";

/** An officer takes comments on an application from the day its notice was published to a last day; no shorter than its regime says. Once. */
export function openComments(scope: ActorScope, slug: string, { opensOn, closesOn }: { readonly opensOn: CivilDay; readonly closesOn: CivilDay }): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (isOver(row.stage)) return err({ field: "", code: "transfer-over" });
    if (row.sight !== "shown") return err({ field: "", code: "not-looked-at" });
    if (opensOn > londonDay(now())) return err({ field: "opensOn", code: "date-ahead" });
    const judged = judgePeriod(row.regime, opensOn, closesOn);
    if (!judged.ok) return err({ field: "closesOn", code: judged.error.code, params: { earliestOn: judged.error.earliestOn } });
    const [kept] = await tx.insert(assetTransferCommentPeriods).values({ transferId: row.id, opensOn, closesOn, openedBy: scope.actor.personId }).onConflictDoNothing().returning();
    if (!kept) return err({ field: "", code: "comments-opened" });
    await record(tx, scope, { act: "asset-transfer.comments-opened", thing: { kind: "asset-transfer", id: row.id }, detail: { opensOn, closesOn } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

export interface CommentToSend {
  readonly once: string;
  readonly name: string;
  /** Empty for a resident. */
  readonly organisation: string;
  readonly view: CommentView;
  readonly text: string;
}

export type SendCommentFault = "comments-closed" | "commented-already" | "own-transfer" | "form-expired";

/** Somebody says what they think of an application, for themselves or a body; everybody reads it once an officer has looked. Sent twice it is one. */
export function sendComment(scope: MemberScope, slug: string, comment: CommentToSend): Promise<Result<void, SendCommentFault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const { personId } = scope.actor;
    if (row.applicantId === personId) return err("own-transfer");
    const [there] = await tx.select({ id: assetTransferComments.id }).from(assetTransferComments).where(and(eq(assetTransferComments.transferId, row.id), eq(assetTransferComments.personId, personId)));
    if (there) return there.id === comment.once ? ok() : err("commented-already");
    const today = londonDay(now());
    if (!(await takes(tx, row, today))) return err("comments-closed");
    return keep(tx, scope, row, comment, { personId, sentOn: today, enteredBy: null });
  });
}

/** An officer enters a comment that came by letter or e-mail, with the day it came in. */
export function enterComment(scope: ActorScope, slug: string, { sentOn, ...comment }: CommentToSend & { readonly sentOn: CivilDay }): Promise<Result<void, SendCommentFault | "date-ahead">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (sentOn > londonDay(now())) return err("date-ahead");
    if (!(await takes(tx, row, sentOn))) return err("comments-closed");
    return keep(tx, scope, row, comment, { personId: null, sentOn, enteredBy: scope.actor.personId });
  });
}

async function takes(tx: Transaction, row: TransferRow, on: CivilDay): Promise<boolean> {
  const [period] = await tx.select().from(assetTransferCommentPeriods).where(eq(assetTransferCommentPeriods.transferId, row.id));
  return period !== undefined && period.opensOn <= on && on <= period.closesOn;
}

async function keep(
  tx: Transaction,
  scope: MemberScope,
  row: TransferRow,
  { once: id, ...comment }: CommentToSend,
  from: { readonly personId: string | null; readonly sentOn: CivilDay; readonly enteredBy: string | null },
): Promise<Result<void, "form-expired">> {
  const [kept] = await tx
    .insert(assetTransferComments)
    .values({ id, councilId: scope.council.id, transferId: row.id, ...comment, ...from, writtenIn: scope.locale, sentAt: now() })
    .onConflictDoNothing()
    .returning();
  if (!kept) {
    const [there] = await tx.select({ transferId: assetTransferComments.transferId, enteredBy: assetTransferComments.enteredBy }).from(assetTransferComments).where(eq(assetTransferComments.id, id));
    return there?.transferId === row.id && there.enteredBy === from.enteredBy ? ok() : err("form-expired");
  }
  await record(tx, scope, { act: "asset-transfer.commented", thing: { kind: "asset-transfer", id: row.id }, detail: { comment: id } });
  return ok();
}
