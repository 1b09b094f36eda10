import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { lastDayToAppealTribunal } from "#domain/asset-transfers/clock.ts";
import type { TimeAnswer } from "#domain/asset-transfers/longer-time.ts";
import type { Outcome } from "#domain/asset-transfers/review.ts";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import type { TransferRow } from "../load-transfer.ts";
import { findOwner } from "./queries.ts";

/** What an owner is told of: their review acknowledged, a hearing noted, a longer time proposed or answered, the decision, how an appeal ended. */
export type OwnerNews = "acknowledged" | "hearing" | "appeal-ended" | { readonly time: "proposed" | TimeAnswer } | { readonly decided: Outcome; readonly on: CivilDay };

function wordsOf(news: OwnerNews, locale: Locale): string {
  const t = messages(locale).listingReviews.mail;
  if (typeof news === "string") return t[news];
  if ("time" in news) return t.time[news.time];
  return news.decided === "refused" ? t.takenOff : t.upheld({ date: format(locale).date(lastDayToAppealTribunal(news.on)) });
}

/** Writes to the owner of listed land who has opened their page what is new, unless they did it themselves. An owner without one is told by letter. */
export async function tellOwner(tx: Transaction, scope: AnyScope, row: TransferRow, news: OwnerNews): Promise<void> {
  const ownerId = row.regime === "right-to-bid" ? await findOwner(row.id, tx) : null;
  if (ownerId === null || (scope.kind === "actor" && scope.actor.personId === ownerId)) return;
  const [owner] = await tx.select({ email: people.email, locale: people.locale }).from(people).where(eq(people.id, ownerId));
  if (!owner) return;
  const { locale, email } = owner;
  const t = messages(locale).listingReviews.mail;
  const title = textIn({ en: row.titleEn, cy: row.titleCy }, locale).text;
  const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/asset-transfers/${row.slug}/owner`;
  await queueMail(tx, { to: email, subject: t.subject({ title }), body: [wordsOf(news, locale), link, t.why({ council: textIn(scope.council.name, locale).text })].join("\n\n") });
}
