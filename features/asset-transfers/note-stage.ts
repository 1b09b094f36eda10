import { desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransfers, assetTransferStages } from "#db/schema/asset-transfers/transfers.ts";
import { moratorium } from "#domain/asset-transfers/clock.ts";
import type { TimeAnswer } from "#domain/asset-transfers/longer-time.ts";
import { blocksBefore, type Block } from "#domain/asset-transfers/readiness.ts";
import { mayApply } from "#domain/asset-transfers/regime.ts";
import type { TransferStage } from "#domain/asset-transfers/stage.ts";
import { judgeStage, type StageFault } from "#domain/asset-transfers/transfer.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { renewPages } from "#platform/renewal.ts";
import { factsOf, type TransferRow } from "./load-transfer.ts";

export interface StageToNote {
  readonly stage: TransferStage;
  /** Civil day, `2026-10-18`. */
  readonly reachedOn: string;
  readonly note: BilingualText;
}

export type NoteStageFault = StageFault | Block | "bid-too-late" | "body-not-allowed";

/**
 * Notes that an application has reached a stage, where the order of its regime, the dates and what is known of it allow that;
 * tells whoever applies. In the transaction of a command that asked whether its person may.
 */
export async function noteStage(tx: Transaction, scope: AnyScope, row: TransferRow, { stage, reachedOn, note }: StageToNote): Promise<Result<void, NoteStageFault>> {
  const [last] = await tx
    .select({ stage: assetTransferStages.stage, reachedOn: assetTransferStages.reachedOn })
    .from(assetTransferStages)
    .where(eq(assetTransferStages.transferId, row.id))
    .orderBy(desc(assetTransferStages.reachedOn), desc(assetTransferStages.recordedAt))
    .limit(1);
  const judged = judgeStage(row.regime, { stage: row.stage, reachedOn: last?.reachedOn ?? reachedOn }, { stage, reachedOn }, londonDay(now()));
  if (!judged.ok) return judged;
  const [block] = blocksBefore(stage, await factsOf(tx, scope, row), reachedOn);
  if (block !== undefined) return err(block);
  if (stage === "bid-requested") {
    if (row.bodyKind === null || !mayApply(row.regime, "bid", { kind: row.bodyKind, members: row.members }).ok) return err("body-not-allowed");
    if (reachedOn > moratorium(last?.reachedOn ?? reachedOn).interim) return err("bid-too-late");
  }
  await tx.insert(assetTransferStages).values({ transferId: row.id, stage, reachedOn, noteEn: note.en, noteCy: note.cy, recordedAt: now(), recordedBy: scope.kind === "actor" ? scope.actor.personId : null });
  await tx.update(assetTransfers).set({ stage }).where(eq(assetTransfers.id, row.id));
  await record(tx, scope, { act: "asset-transfer.stage-reached", thing: { kind: "asset-transfer", id: row.id }, detail: { stage } });
  await tellApplicant(tx, scope, row, { stage });
  await renewPages(tx, scope.council.slug);
  return ok();
}

type News = { readonly stage: TransferStage } | { readonly refused: string } | { readonly sentBack: string } | { readonly returnSentBack: string } | "return-shown" | { readonly time: "proposed" | TimeAnswer } | "acknowledged" | "reviewed" | "appeal-ended" | "shown" | "question" | "terms";

function wordsOf(news: News, { regime }: TransferRow, locale: Locale): string {
  const { assetTransfers: t, firstLook, listingReviews, longerTime, transferReviews } = messages(locale);
  if (news === "return-shown") return firstLook.mail.returnShown;
  if (news === "shown") return firstLook.mail.shown;
  if (news === "acknowledged" || news === "reviewed" || news === "appeal-ended") return regime === "right-to-bid" ? listingReviews.nominator[news] : transferReviews.mail[news];
  if (typeof news === "string") return t.mail[news];
  if ("refused" in news) return t.mail.refused({ name: news.refused });
  if ("returnSentBack" in news) return firstLook.mail.returnBack({ why: news.returnSentBack });
  if ("time" in news) return longerTime.mail[news.time];
  return "sentBack" in news ? firstLook.mail.back({ why: news.sentBack }) : t.mail.stage({ stage: t.stages[news.stage] });
}

/** Writes to whoever applies for an organisation what is new, unless they did it themselves. */
export async function tellApplicant(tx: Transaction, scope: AnyScope, row: TransferRow, news: News): Promise<void> {
  if (row.applicantId === null || (scope.kind === "actor" && scope.actor.personId === row.applicantId)) return;
  const [applicant] = await tx.select({ email: people.email, locale: people.locale }).from(people).where(eq(people.id, row.applicantId));
  if (!applicant) return;
  const { locale, email } = applicant;
  const t = messages(locale).assetTransfers;
  const title = textIn({ en: row.titleEn, cy: row.titleCy }, locale).text;
  const what = wordsOf(news, row, locale);
  const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/asset-transfers/${row.slug}/ours`;
  await queueMail(tx, { to: email, subject: t.mail.subject({ title }), body: [what, link, t.mail.why({ council: textIn(scope.council.name, locale).text })].join("\n\n") });
}
