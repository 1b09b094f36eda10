import { eq } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import type { Transaction } from "#db/client.ts";
import { assetTransferDocuments } from "#db/schema/asset-transfers/transfers.ts";
import { assetTransferReviewDecisions, assetTransferReviews } from "#db/schema/asset-transfers/reviews.ts";
import { DOCUMENT_KINDS, OFFICER_DOCUMENTS, type AnyDocumentKind, type DocumentKind } from "#domain/asset-transfers/regime.ts";
import { judgeReview } from "#domain/asset-transfers/review.ts";
import { isOver } from "#domain/asset-transfers/transfer.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, AnyScope, MemberScope, SystemScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { documentKind } from "#platform/files/document-kind.ts";
import { plainName } from "#platform/files/plain-name.ts";
import { sha256 } from "#platform/keys.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockOwnTransfer, lockTransfer, type TransferRow } from "../load-transfer.ts";
import { getTransfer, toJudge } from "../queries.ts";
import { reviewableOf } from "../reviewing/reviewable.ts";

export const DOCUMENT_MOST_BYTES = 10 * 1024 * 1024;
/** What one application holds, versions counted: a paper that was sent is never deleted. */
export const DOCUMENTS_MOST = 40;

export interface DocumentToSend {
  readonly kind: AnyDocumentKind;
  readonly name: string;
  readonly content: Buffer;
}

export type DocumentFault = "choose-one" | "file-empty" | "file-too-large" | "file-kind" | "transfer-over" | "documents-full" | "file-refused";

/** The organisation sends one of its papers, which waits in quarantine until the scanner has found it clean. The same file sent twice is kept once; a newer one takes the place of the older. */
export function sendDocument(scope: MemberScope, slug: string, document: DocumentToSend): Promise<Result<void, DocumentFault>> {
  return inTransaction(async (tx) => {
    const row = await lockOwnTransfer(tx, scope, slug);
    if (!DOCUMENT_KINDS.includes(document.kind as DocumentKind)) return err("choose-one");
    return keep(tx, scope, row, document, false);
  });
}

/** Whether an officer may add a paper to an application: asked before the file is read. @throws AccessError */
export async function mayAddDocument(scope: ActorScope, slug: string): Promise<void> {
  authorise(scope, "asset-transfer.move", await toJudge(database(), await getTransfer(scope, slug)));
}

/** An officer adds a paper of the council's, or one that the organisation brought in. */
export function addDocument(scope: ActorScope | SystemScope, slug: string, document: DocumentToSend): Promise<Result<void, DocumentFault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    if (scope.kind === "actor") authorise(scope, "asset-transfer.move", await toJudge(tx, row));
    if (![...DOCUMENT_KINDS, ...OFFICER_DOCUMENTS].includes(document.kind)) return err("choose-one");
    return keep(tx, scope, row, document, true);
  });
}

async function keep(tx: Transaction, scope: AnyScope, row: TransferRow, { kind, name, content }: DocumentToSend, byOfficer: boolean): Promise<Result<void, DocumentFault>> {
  if (isOver(row.stage) && !(await mayBeReviewed(tx, row))) return err("transfer-over");
  if (content.length === 0) return err("file-empty");
  if (content.length > DOCUMENT_MOST_BYTES) return err("file-too-large");
  const mediaType = documentKind(content);
  if (mediaType === null) return err("file-kind");
  const held = await tx.select({ kind: assetTransferDocuments.kind, sha256: assetTransferDocuments.sha256, scan: assetTransferDocuments.scan }).from(assetTransferDocuments).where(eq(assetTransferDocuments.transferId, row.id));
  const digest = sha256(content);
  const same = held.find((paper) => paper.kind === kind && paper.sha256.equals(digest));
  if (same) return same.scan === "refused" ? err("file-refused") : ok();
  if (held.length >= DOCUMENTS_MOST) return err("documents-full");
  await tx
    .insert(assetTransferDocuments)
    .values({ transferId: row.id, kind, name: plainName(name), mediaType, byteLength: content.length, sha256: digest, content, byOfficer, sentAt: now() })
    .onConflictDoNothing();
  await record(tx, scope, { act: "asset-transfer.document-sent", thing: { kind: "asset-transfer", id: row.id }, detail: { kind } });
  await renewPages(tx, scope.council.slug);
  return ok();
}

/** Whether a review was asked for and is open, or can still be asked for: it is looked at with papers sent for it. */
async function mayBeReviewed(tx: Transaction, row: TransferRow): Promise<boolean> {
  const [review] = await tx
    .select({ decidedOn: assetTransferReviewDecisions.decidedOn })
    .from(assetTransferReviews)
    .leftJoin(assetTransferReviewDecisions, eq(assetTransferReviewDecisions.transferId, assetTransferReviews.transferId))
    .where(eq(assetTransferReviews.transferId, row.id));
  return review ? review.decidedOn === null : judgeReview(await reviewableOf(tx, row), londonDay(now())).ok;
}
