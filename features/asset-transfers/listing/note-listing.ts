import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { assetListingNotices, assetListingTimes } from "#db/schema/asset-transfers/listings.ts";
import { assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import { lastDayForOwner, lastDayToReviewListing } from "#domain/asset-transfers/clock.ts";
import type { NoticeWay } from "#domain/asset-transfers/notice.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { toJudge } from "../queries.ts";
import { reviewableOf } from "../reviewing/reviewable.ts";
import { findListingNotice, getListingOnDesk } from "./queries.ts";

export interface ListingNoticeToNote {
  readonly way: NoticeWay;
  readonly givenOn: CivilDay;
  /** To whom the notice is sent by e-mail now, and so given today; used for that and not kept. Empty for every other way. */
  readonly email: string;
}

/** An officer notes that the owner was told in writing that their land is on the list, or tells them by e-mail now; the time to ask for a review begins. Noted once. */
export function noteListingNotice(scope: ActorScope, slug: string, { email, ...notice }: ListingNoticeToNote): Promise<Result<void, "not-listed" | "date-ahead" | "before-listing" | "notice-given" | "sent-today">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    const { listing } = await reviewableOf(tx, row);
    if (listing === null) return err("not-listed");
    if (listing.notice !== null) return err("notice-given");
    if (notice.givenOn > londonDay(now())) return err("date-ahead");
    if (notice.givenOn < listing.listedOn) return err("before-listing");
    if (email !== "" && notice.givenOn !== londonDay(now())) return err("sent-today");
    await tx.insert(assetListingNotices).values({ transferId: row.id, ...notice, notedBy: scope.actor.personId, notedAt: now() });
    await record(tx, scope, { act: "asset-listing.notice-given", thing: { kind: "asset-transfer", id: row.id }, detail: notice });
    if (email !== "") await sendNotice(tx, scope, row, { email, until: lastDayToReviewListing(notice.givenOn) });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

async function sendNotice(tx: Transaction, scope: ActorScope, row: TransferRow, { email, until }: { readonly email: string; readonly until: CivilDay }): Promise<void> {
  const { locale } = scope;
  const t = messages(locale).listingReviews.letter;
  const title = textIn({ en: row.titleEn, cy: row.titleCy }, locale).text;
  const council = textIn(scope.council.name, locale).text;
  const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/asset-transfers/${row.slug}/owner`;
  const { code } = await getListingOnDesk(row.id, tx);
  await queueMail(tx, { to: email, subject: t.subject({ title }), body: [t.text({ title, council }), t.review({ date: format(locale).date(until) }), link, t.code({ code: showReadableCode(code) })].join("\n\n") });
}

/** An officer allows the owner in writing to ask for a review later than in eight weeks; the latest day counts. Sent twice it is allowed once. */
export function allowMoreTime(scope: ActorScope, slug: string, { once: id, until, why }: { readonly once: string; readonly until: CivilDay; readonly why: string }): Promise<Result<void, "not-listed" | "no-notice" | "review-asked" | "not-longer">> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    const [there] = await tx.select({ id: assetListingTimes.id }).from(assetListingTimes).where(eq(assetListingTimes.id, id));
    if (there) return ok();
    const { listing } = await reviewableOf(tx, row);
    if (listing === null) return err("not-listed");
    const notice = await findListingNotice(row.id, tx);
    if (notice === null) return err("no-notice");
    const asked = await tx.select({ id: assetTransferReviews.transferId }).from(assetTransferReviews).where(eq(assetTransferReviews.transferId, row.id));
    if (asked.length > 0) return err("review-asked");
    if (until <= lastDayForOwner(notice) || until <= londonDay(now())) return err("not-longer");
    await tx.insert(assetListingTimes).values({ id, transferId: row.id, until, why, allowedBy: scope.actor.personId, allowedAt: now() });
    await record(tx, scope, { act: "asset-listing.time-allowed", thing: { kind: "asset-transfer", id: row.id }, detail: { until } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
