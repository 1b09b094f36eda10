import { and, asc, eq, gt, isNotNull, lte } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { codeBatches, codeSlips } from "#db/schema/voting/access-codes.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { CODES_IN_PART, type BatchKind, type Recipient } from "#domain/voting/access-codes/code-batch.ts";
import type { AccessCode } from "#domain/voting/access-codes/voting-code.ts";
import { record } from "#platform/audit-trail.ts";
import { unsealSlip } from "./slip-seal.ts";

/** A letter or slip as it is to be printed. */
export interface OpenSlip {
  readonly number: number;
  readonly code: AccessCode;
  readonly recipient: Recipient | null;
}

export interface OpenBatch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly label: string;
  readonly place: string;
  /** Codes of the whole batch. */
  readonly codes: number;
  readonly slips: readonly OpenSlip[];
}

/**
 * Opens one part of a batch to be printed: slips 1 to 500 are part 1. Each opening is in the audit trail. `nothing-to-print`
 * once somebody said that it is printed, or while it is being made. 404 for another council's batch.
 */
export async function openSlips(
  scope: ActorScope,
  { batchId, part, form }: { readonly batchId: string; readonly part: number; readonly form: "pdf" | "html" | "csv" },
): Promise<Result<OpenBatch, "nothing-to-print">> {
  authorise(scope, "codes.print", null);
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(codeBatches).where(and(eq(codeBatches.councilId, scope.council.id), eq(codeBatches.id, batchId)));
    const { id, kind, label, place, codesWanted, state } = found(row, "batch");
    const rows =
      state !== "made"
        ? []
        : await tx
            .select({ number: codeSlips.number, sealed: codeSlips.sealed })
            .from(codeSlips)
            .where(and(eq(codeSlips.batchId, id), isNotNull(codeSlips.codeId), gt(codeSlips.number, (part - 1) * CODES_IN_PART), lte(codeSlips.number, part * CODES_IN_PART)))
            .orderBy(asc(codeSlips.number));
    const slips = rows.flatMap(({ number, sealed }): OpenSlip[] => {
      const { recipient, code } = unsealSlip(sealed);
      return code === null ? [] : [{ number, code, recipient }];
    });
    const [first, last] = [slips[0], slips.at(-1)];
    if (!first || !last) return err("nothing-to-print");
    await record(tx, scope, { act: "codes.opened", thing: { kind: "code-batch", id }, detail: { form, from: first.number, to: last.number, codes: slips.length } });
    return ok({ id, kind, label, place, codes: codesWanted, slips });
  });
}
