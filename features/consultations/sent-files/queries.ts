import { and, asc, count, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { responseFiles, responses } from "#db/schema/consultations/responses.ts";
import type { ScanState } from "#domain/basics/scan-state.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";

/** A file somebody sent with an answer, as officers see it in a list. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly scan: ScanState;
  /** How often the scanner gave no answer about it, and when it is asked again. */
  readonly scanTries: number;
  readonly scanAfter: Date | null;
  readonly questionCode: string;
  readonly reference: string;
  readonly sentAt: Date;
}

const sentOf = (scope: ActorScope, consultationId: string) => and(eq(responses.councilId, scope.council.id), eq(responses.consultationId, consultationId), eq(responses.state, "submitted"));

/** One page of the files of a consultation. */
export interface SentFilesOnPage {
  readonly files: readonly SentFile[];
  readonly total: number;
  /** The page shown: the last one where a later one was asked for. */
  readonly page: number;
  readonly pages: number;
}

const TO_A_PAGE = 50;

/** The files that came with responses that were sent, the oldest first. Without their bytes. */
export async function listSentFiles(scope: ActorScope, consultationId: string, page: number): Promise<SentFilesOnPage> {
  const [all] = await database().select({ total: count() }).from(responseFiles).innerJoin(responses, eq(responses.id, responseFiles.responseId)).where(sentOf(scope, consultationId));
  const total = all?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / TO_A_PAGE));
  const shown = Math.min(page, pages);
  const rows = await database()
    .select({ id: responseFiles.id, name: responseFiles.name, mediaType: responseFiles.mediaType, scan: responseFiles.scan, scanTries: responseFiles.scanTries, scanAfter: responseFiles.scanAfter, questionCode: responseFiles.questionCode, reference: responses.reference, sentAt: responseFiles.sentAt })
    .from(responseFiles)
    .innerJoin(responses, eq(responses.id, responseFiles.responseId))
    .where(sentOf(scope, consultationId))
    .orderBy(asc(responseFiles.sentAt), asc(responseFiles.id))
    .limit(TO_A_PAGE)
    .offset((shown - 1) * TO_A_PAGE);
  return { files: rows.map(({ reference, ...row }) => ({ ...row, reference: reference ?? "" })), total, page: shown, pages };
}

/** One file with its bytes; 404 while it waits for the scanner, where that refused it, and for another consultation's. */
export async function getCleanFile(scope: ActorScope, consultationId: string, fileId: string): Promise<{ readonly name: string; readonly mediaType: string; readonly sha256: Buffer; readonly content: Buffer }> {
  if (!isUuid(fileId)) throw new AccessError("not-found", "file");
  const [row] = await database()
    .select({ name: responseFiles.name, mediaType: responseFiles.mediaType, sha256: responseFiles.sha256, content: responseFiles.content })
    .from(responseFiles)
    .innerJoin(responses, eq(responses.id, responseFiles.responseId))
    .where(and(sentOf(scope, consultationId), eq(responseFiles.id, fileId), eq(responseFiles.scan, "clean")));
  return found(row, "file");
}
