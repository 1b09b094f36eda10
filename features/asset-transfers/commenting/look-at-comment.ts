import { and, desc, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransferCommentLooks, assetTransferComments } from "#db/schema/asset-transfers/comments.ts";
import type { CommentReason } from "#domain/asset-transfers/comment.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, AnyScope, PublicScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { toJudge } from "../queries.ts";

export interface CommentLook {
  readonly commentId: string;
  readonly act: "shown" | "removed";
  /** Empty where it is shown. */
  readonly reason: CommentReason | "";
  readonly note: string;
}

/** An officer shows a comment, or does not show it or takes it down, with the reason; whoever wrote it is told. Nobody looks at comments on their own organisation's application, or at their own. */
export function lookAtComment(scope: ActorScope, slug: string, { commentId, act, reason, note }: CommentLook): Promise<Result<void, "reason-missing" | "looked-at-so" | "appeal-open" | "own-words">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.look", await toJudge(tx, row));
    if (act === "removed" && reason === "") return err("reason-missing");
    const comment = await lockComment(tx, row, commentId);
    if (comment.personId === scope.actor.personId) return err("own-words");
    const [newest] = await newestLook(tx, comment.id);
    if (newest?.act === "appealed") return err("appeal-open");
    if (comment.sight === act && newest?.act !== "reported") return err("looked-at-so");
    await tx.insert(assetTransferCommentLooks).values({ commentId, act, reason: act === "shown" ? "" : reason, note, personId: scope.actor.personId, at: now() });
    if (comment.sight !== act) await tx.update(assetTransferComments).set({ sight: act }).where(eq(assetTransferComments.id, commentId));
    await record(tx, scope, { act: "asset-transfer.comment-looked-at", thing: { kind: "asset-transfer", id: row.id }, detail: { comment: commentId, act, reason } });
    if (act === "removed" && reason !== "" && comment.personId !== null) await tellWriter(tx, scope, row, comment.personId, reason, note);
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Anybody says that a comment breaks the rules. It stays to be seen until an officer has looked. */
export function reportComment(scope: PublicScope, slug: string, { commentId, reason, note }: { readonly commentId: string; readonly reason: CommentReason; readonly note: string }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const comment = await lockComment(tx, row, commentId);
    if (comment.sight !== "shown") throw new AccessError("not-found", "comment");
    await tx.insert(assetTransferCommentLooks).values({ commentId, act: "reported", reason, note, personId: null, at: now() });
    return ok();
  });
}

async function lockComment(tx: Transaction, row: TransferRow, commentId: string) {
  const [comment] = await tx
    .select()
    .from(assetTransferComments)
    .where(and(eq(assetTransferComments.id, commentId), eq(assetTransferComments.transferId, row.id)))
    .for("update");
  return found(comment, "comment");
}

const newestLook = (tx: Transaction, commentId: string) =>
  tx.select({ act: assetTransferCommentLooks.act }).from(assetTransferCommentLooks).where(eq(assetTransferCommentLooks.commentId, commentId)).orderBy(desc(assetTransferCommentLooks.at)).limit(1);

async function tellWriter(tx: Transaction, scope: AnyScope, row: TransferRow, personId: string, reason: CommentReason, note: string): Promise<void> {
  const [person] = await tx.select({ email: people.email, locale: people.locale }).from(people).where(eq(people.id, personId));
  const { email, locale } = found(person, "person");
  const t = messages(locale).transferComments;
  const title = textIn({ en: row.titleEn, cy: row.titleCy }, locale).text;
  await queueMail(tx, { to: email, subject: t.mail.subject({ title }), body: [t.mail.removed({ title, reason: t.reasons[reason] }), note, t.mail.ask, `${env().BASE_URL}/${locale}/${scope.council.slug}/asset-transfers/${row.slug}/own-comment`].filter(Boolean).join("\n\n") });
}
