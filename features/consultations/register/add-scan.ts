import { and, count, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { responseFiles, responses } from "#db/schema/consultations/responses.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { MOST_SCANS, SCAN_CODE } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { PreparedFile } from "#features/consultations/sent-files/prepare-file.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { sha256 } from "#platform/keys.ts";

export interface ScanToAdd {
  readonly name: string;
  readonly file: PreparedFile;
}

/** Puts the scan of a letter beside what was written in of it; the same file again changes nothing. 404 for what came by the web. */
export function addScan(scope: ActorScope, { consultationId, responseId }: { readonly consultationId: string; readonly responseId: string }, scan: ScanToAdd): Promise<Result<void, "too-many-scans">> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const [response] = await tx
      .select({ channel: responses.channel })
      .from(responses)
      .where(and(eq(responses.councilId, scope.council.id), eq(responses.consultationId, consultationId), eq(responses.id, responseId), eq(responses.state, "submitted")))
      .for("update");
    found(response?.channel === "web" ? null : response, "response");
    return putScan(tx, scope, responseId, scan);
  });
}

/** The same as part of a command that has made sure of the response. */
export async function putScan(tx: Transaction, scope: ActorScope, responseId: string, { name, file }: ScanToAdd): Promise<Result<void, "too-many-scans">> {
  authorise(scope, "responses.enter", undefined);
  const own = and(eq(responseFiles.responseId, responseId), eq(responseFiles.questionCode, SCAN_CODE));
  const digest = sha256(file.bytes);
  const [same] = await tx.select({ id: responseFiles.id }).from(responseFiles).where(and(own, eq(responseFiles.sha256, digest)));
  if (same) return ok();
  const [{ scans } = { scans: 0 }] = await tx.select({ scans: count() }).from(responseFiles).where(own);
  if (scans >= MOST_SCANS) return err("too-many-scans");
  await tx.insert(responseFiles).values({ responseId, questionCode: SCAN_CODE, name, mediaType: file.mediaType, sha256: digest, content: file.bytes, scan: file.scan, sentAt: now() });
  await record(tx, scope, { act: "response.scan-added", thing: { kind: "response", id: responseId }, detail: { name } });
  return ok();
}
