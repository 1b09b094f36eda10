import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assetTransferAnswers, assetTransferQuestions } from "#db/schema/asset-transfers/transfers.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { lockOwnTransfer } from "../load-transfer.ts";

/** The organisation answers a question of the council's, once. The same answer sent again is the same answer. */
export function answerQuestion(scope: MemberScope, slug: string, { questionId, answer }: { readonly questionId: string; readonly answer: string }): Promise<Result<void, "form-expired" | "already-answered">> {
  return inTransaction(async (tx) => {
    const row = await lockOwnTransfer(tx, scope, slug);
    const [question] = await tx.select({ id: assetTransferQuestions.id }).from(assetTransferQuestions).where(and(eq(assetTransferQuestions.id, questionId), eq(assetTransferQuestions.transferId, row.id)));
    if (!question) return err("form-expired");
    const [there] = await tx.select({ text: assetTransferAnswers.text }).from(assetTransferAnswers).where(eq(assetTransferAnswers.questionId, questionId));
    if (there) return there.text === answer ? ok() : err("already-answered");
    await tx.insert(assetTransferAnswers).values({ questionId, transferId: row.id, text: answer, answeredAt: now() });
    await record(tx, scope, { act: "asset-transfer.question-answered", thing: { kind: "asset-transfer", id: row.id } });
    return ok();
  });
}
