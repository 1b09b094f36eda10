import { and, desc, eq, inArray } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransferCommentLooks, assetTransferComments } from "#db/schema/asset-transfers/comments.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, AnyScope, MemberScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { toJudge } from "../queries.ts";

type CommentRow = typeof assetTransferComments.$inferSelect;

/** Whoever wrote a comment that was taken down asks for another person to look at it. Once for each removal; sent twice it is one. */
export function appealRemoval(scope: MemberScope, slug: string, { text }: { readonly text: string }): Promise<Result<void, "not-removed" | "appealed-already">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const [comment] = await tx
      .select()
      .from(assetTransferComments)
      .where(and(eq(assetTransferComments.transferId, row.id), eq(assetTransferComments.personId, scope.actor.personId)))
      .for("update");
    if (found(comment, "comment").sight !== "removed") return err("not-removed");
    const { removal, appeal } = await removalOf(tx, found(comment, "comment"));
    if (appeal) return appeal.note === text ? ok() : err("appealed-already");
    await tx.insert(assetTransferCommentLooks).values({ commentId: removal.commentId, act: "appealed", note: text, personId: scope.actor.personId, answers: removal.id, at: now() });
    await record(tx, scope, { act: "asset-transfer.comment-appealed", thing: { kind: "asset-transfer", id: row.id }, detail: { comment: removal.commentId } });
    return ok();
  });
}

export interface AppealAnswer {
  readonly commentId: string;
  readonly uphold: boolean;
  /** The reasons, as whoever wrote the comment is told. */
  readonly answer: string;
}

/** Another person than whoever wrote the comment or took it down answers the appeal: upheld, the comment is shown. Its writer is told, with the reasons. */
export function answerAppeal(scope: ActorScope, slug: string, { commentId, uphold, answer }: AppealAnswer): Promise<Result<void, "no-appeal-open">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const [comment] = await tx.select().from(assetTransferComments).where(and(eq(assetTransferComments.id, commentId), eq(assetTransferComments.transferId, row.id))).for("update");
    const kept = found(comment, "comment");
    if (kept.sight !== "removed") return err("no-appeal-open");
    const { removal, appeal, answered } = await removalOf(tx, kept);
    authorise(scope, "asset-transfer.answer-comment-appeal", { ...(await toJudge(tx, row)), writtenBy: kept.personId, removedBy: removal.personId });
    if (!appeal || answered) return err("no-appeal-open");
    const act = uphold ? "appeal-upheld" : "appeal-refused";
    await tx.insert(assetTransferCommentLooks).values({ commentId, act, note: answer, personId: scope.actor.personId, answers: appeal.id, at: now() });
    if (uphold) await tx.update(assetTransferComments).set({ sight: "shown" }).where(eq(assetTransferComments.id, commentId));
    await record(tx, scope, { act: "asset-transfer.comment-looked-at", thing: { kind: "asset-transfer", id: row.id }, detail: { comment: commentId, act } });
    await tellWriter(tx, scope, row, kept, act, answer);
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** The newest removal of a comment that is taken down, with the appeal against it and the answer. */
async function removalOf(tx: Transaction, comment: CommentRow) {
  const looks = await tx
    .select()
    .from(assetTransferCommentLooks)
    .where(and(eq(assetTransferCommentLooks.commentId, comment.id), inArray(assetTransferCommentLooks.act, ["removed", "appealed", "appeal-upheld", "appeal-refused"])))
    .orderBy(desc(assetTransferCommentLooks.at));
  const removal = found(looks.find(({ act }) => act === "removed"), "removal");
  const appeal = looks.find(({ answers }) => answers === removal.id);
  return { removal, appeal, answered: appeal && looks.find(({ answers }) => answers === appeal.id) };
}

async function tellWriter(tx: Transaction, scope: AnyScope, row: TransferRow, { personId }: CommentRow, act: "appeal-upheld" | "appeal-refused", answer: string): Promise<void> {
  if (personId === null) return;
  const [person] = await tx.select({ email: people.email, locale: people.locale }).from(people).where(eq(people.id, personId));
  const { email, locale } = found(person, "person");
  const t = messages(locale).transferComments;
  const title = textIn({ en: row.titleEn, cy: row.titleCy }, locale).text;
  const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/asset-transfers/${row.slug}/own-comment`;
  await queueMail(tx, { to: email, subject: t.mail.subject({ title }), body: [t.mail[act]({ title }), answer, link].join("\n\n") });
}
