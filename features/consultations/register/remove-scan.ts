import { and, eq, inArray } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseFiles, responses } from "#db/schema/consultations/responses.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import { SCAN_CODE } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";

/** Takes away a scan that belongs to another letter, with its bytes; that it was there stays in the audit trail. Pressed again it changes nothing. */
export function removeScan(scope: ActorScope, { consultationId, responseId }: { readonly consultationId: string; readonly responseId: string }, { fileId }: { readonly fileId: string }): Promise<Ok<void>> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const mine = tx.select({ id: responses.id }).from(responses).where(and(eq(responses.councilId, scope.council.id), eq(responses.consultationId, consultationId), eq(responses.id, responseId)));
    const removed = await tx.delete(responseFiles).where(and(inArray(responseFiles.responseId, mine), eq(responseFiles.questionCode, SCAN_CODE), eq(responseFiles.id, fileId))).returning({ name: responseFiles.name });
    for (const { name } of removed) await record(tx, scope, { act: "response.scan-removed", thing: { kind: "response", id: responseId }, detail: { name } });
    return ok();
  });
}
