import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { assets } from "#db/schema/asset-transfers/assets.ts";
import { assetTransferAgreements, assetTransferChecks, assetTransferDecisions, assetTransferModerations, assetTransferSheets, assetTransferTerms } from "#db/schema/asset-transfers/decisions.ts";
import { assetTransferDocuments, assetTransfers, openSpaceNotices } from "#db/schema/asset-transfers/transfers.ts";
import { judgeInterest, judgeSeparation, type InterestFault, type Judges, type JudgingPart, type PartTaken } from "#domain/asset-transfers/part.ts";
import type { TransferFacts } from "#domain/asset-transfers/readiness.ts";
import { REGIMES, type DocumentKind } from "#domain/asset-transfers/regime.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, AnyScope, MemberScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { isHandedOver } from "./assets/queries.ts";
import { commentsToWaitFor } from "./commenting/queries.ts";
import { listOwnerNotices } from "./notices/queries.ts";
import { countEngagementsTiedTo, judgesOf, toJudge } from "./queries.ts";

export type TransferRow = typeof assetTransfers.$inferSelect;

/** An application of the council by the last part of its address, locked until the end of the transaction; 404 where there is none. */
export async function lockTransfer(tx: Transaction, scope: AnyScope, slug: string): Promise<TransferRow> {
  const [row] = await tx
    .select()
    .from(assetTransfers)
    .where(and(eq(assetTransfers.councilId, scope.council.id), eq(assetTransfers.slug, slug)))
    .for("update");
  return found(row, "asset transfer");
}

/** The same for whoever applies; 403 for anybody else. */
export async function lockOwnTransfer(tx: Transaction, scope: MemberScope, slug: string): Promise<TransferRow> {
  const row = await lockTransfer(tx, scope, slug);
  if (row.applicantId !== scope.actor.personId) throw new AccessError("forbidden", "asset transfer");
  return row;
}

/**
 * Whether whoever asks may judge an application in this part: they have judged it in no other (which they are told in words), were asked to,
 * and have said that they have no interest in it.
 *
 * @throws AccessError
 */
export async function mayJudge(tx: Transaction, scope: ActorScope, row: TransferRow, part: JudgingPart): Promise<Result<Judges, PartTaken | InterestFault>> {
  const judges = await judgesOf(tx, row.id);
  const { personId } = scope.actor;
  const separate = judgeSeparation(part, personId, judges);
  if (!separate.ok) return err(separate.error);
  authorise(scope, `asset-transfer.${part}`, await toJudge(tx, row));
  const free = judgeInterest(personId, judges);
  return free.ok ? ok(judges) : err(free.error);
}

/** What decides whether an application may go on. */
export async function factsOf(tx: Transaction, scope: AnyScope, row: TransferRow): Promise<TransferFacts> {
  const one = <T>(rows: readonly T[]): T | null => rows[0] ?? null;
  const [documents, sheets, moderations, checks, decisions, notices, terms, agreements, asset] = [
    await tx.selectDistinct({ kind: assetTransferDocuments.kind }).from(assetTransferDocuments).where(and(eq(assetTransferDocuments.transferId, row.id), ne(assetTransferDocuments.scan, "refused"))),
    await tx.select({ seat: assetTransferSheets.seat }).from(assetTransferSheets).where(eq(assetTransferSheets.transferId, row.id)),
    await tx.select({ by: assetTransferModerations.moderatorId }).from(assetTransferModerations).where(eq(assetTransferModerations.transferId, row.id)),
    await tx.select({ way: assetTransferChecks.way }).from(assetTransferChecks).where(eq(assetTransferChecks.transferId, row.id)),
    await tx.select({ outcome: assetTransferDecisions.outcome }).from(assetTransferDecisions).where(eq(assetTransferDecisions.transferId, row.id)),
    await tx.select({ secondOn: openSpaceNotices.secondOn }).from(openSpaceNotices).where(eq(openSpaceNotices.transferId, row.id)),
    await tx.select({ version: assetTransferTerms.version }).from(assetTransferTerms).where(eq(assetTransferTerms.transferId, row.id)),
    await tx.select({ version: assetTransferAgreements.version }).from(assetTransferAgreements).where(eq(assetTransferAgreements.transferId, row.id)),
    row.assetId === null ? [] : await tx.select({ openSpace: assets.openSpace }).from(assets).where(eq(assets.id, row.assetId)),
  ];
  const newest = Math.max(0, ...terms.map(({ version }) => version));
  const required: readonly string[] = REGIMES[row.regime].documents;
  return {
    regimeId: row.regime,
    shown: row.sight === "shown",
    ...(await commentsToWaitFor(tx, row.id)),
    documents: documents.map(({ kind }) => kind).filter((kind): kind is DocumentKind => required.includes(kind)),
    identityChecked: checks.length > 0,
    declaredInterests: row.declaredAt !== null,
    sheets: sheets.length,
    moderated: moderations.length > 0,
    engagements: await countEngagementsTiedTo(scope, row.id, tx),
    openSpace: one(asset)?.openSpace ?? false,
    secondNoticeOn: one(notices)?.secondOn ?? null,
    ownersTold: (await listOwnerNotices(row.id, tx)).length > 0,
    handedOver: row.assetId !== null && (await isHandedOver(tx, row.assetId, row.id)),
    outcome: one(decisions)?.outcome ?? null,
    termsAgreed: newest > 0 && agreements.some(({ version }) => version === newest),
  };
}
