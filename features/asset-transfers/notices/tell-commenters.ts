import { and, eq, exists, isNotNull, ne, not, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransferComments } from "#db/schema/asset-transfers/comments.ts";
import { assetTransferNoticeMails, assetTransferNotices } from "#db/schema/asset-transfers/notices.ts";
import { assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMails } from "#platform/mail/mail.ts";

/** People written to in one transaction. */
const BATCH = 200;

/**
 * Writes to everybody who commented on an application with their account, batch by batch; run again after a fault it goes on where it
 * stopped and writes to nobody twice. Gives how many it wrote to.
 */
export async function tellCommenters(scope: SystemScope, noticeId: string): Promise<number> {
  let told = 0;
  for (;;) {
    const batch = await tellBatch(scope, noticeId);
    told += batch;
    if (batch < BATCH) return told;
  }
}

function tellBatch(scope: SystemScope, noticeId: string): Promise<number> {
  return inTransaction(async (tx) => {
    const [notice] = await tx
      .select({ occasion: assetTransferNotices.occasion, transfer: assetTransfers })
      .from(assetTransferNotices)
      .innerJoin(assetTransfers, and(eq(assetTransfers.id, assetTransferNotices.transferId), eq(assetTransfers.councilId, scope.council.id)))
      .where(eq(assetTransferNotices.id, noticeId))
      // Of two runs at once the second waits for the first, and finds its people told.
      .for("update", { of: assetTransfers });
    if (!notice) return 0;
    const { occasion, transfer } = notice;
    const queued = tx.select({ one: sql`1` }).from(assetTransferNoticeMails).where(and(eq(assetTransferNoticeMails.noticeId, noticeId), eq(assetTransferNoticeMails.commentId, assetTransferComments.id)));
    const waiting = await tx
      .select({ id: assetTransferComments.id, email: people.email, locale: people.locale })
      .from(assetTransferComments)
      .innerJoin(people, eq(people.id, assetTransferComments.personId))
      .where(and(eq(assetTransferComments.transferId, transfer.id), ne(assetTransferComments.sight, "waiting"), isNotNull(assetTransferComments.personId), not(exists(queued))))
      .orderBy(assetTransferComments.sentAt)
      .limit(BATCH);
    if (waiting.length === 0) return 0;
    await tx.insert(assetTransferNoticeMails).values(waiting.map(({ id }) => ({ noticeId, commentId: id, queuedAt: now() })));
    await queueMails(
      tx,
      waiting.map(({ email, locale }) => {
        const t = messages(locale).transferNotices;
        const news = transfer.regime === "right-to-bid" ? { ...t.news, ...messages(locale).listingReviews.news } : t.news;
        const title = textIn({ en: transfer.titleEn, cy: transfer.titleCy }, locale).text;
        const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/asset-transfers/${transfer.slug}#${occasion === "decision" ? "decision" : "review"}`;
        return { to: email, subject: t.subject({ title }), body: [news[occasion]({ title }), link, t.why({ council: textIn(scope.council.name, locale).text })].join("\n\n") };
      }),
    );
    return waiting.length;
  });
}
