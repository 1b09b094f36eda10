import { and, asc, eq } from "drizzle-orm";
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

/** Every file that came with a response that was sent, the oldest first. Without its bytes. */
export async function listSentFiles(scope: ActorScope, consultationId: string): Promise<readonly SentFile[]> {
  const rows = await database()
    .select({ id: responseFiles.id, name: responseFiles.name, mediaType: responseFiles.mediaType, scan: responseFiles.scan, scanTries: responseFiles.scanTries, scanAfter: responseFiles.scanAfter, questionCode: responseFiles.questionCode, reference: responses.reference, sentAt: responseFiles.sentAt })
    .from(responseFiles)
    .innerJoin(responses, eq(responses.id, responseFiles.responseId))
    .where(sentOf(scope, consultationId))
    .orderBy(asc(responseFiles.sentAt), asc(responseFiles.id))
    .limit(5_000);
  return rows.map(({ reference, ...row }) => ({ ...row, reference: reference ?? "" }));
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
