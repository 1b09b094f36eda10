import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { rollEntries } from "#db/schema/eligibility/rolls.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { RollRow } from "#domain/eligibility/rolls/roll-file.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

export interface EntryPlace {
  readonly rollId: string;
  readonly entryId: string;
}

/** What an officer may put right by hand: everything of a row but its number. */
export type EntryCorrection = Omit<RollRow, "reference" | "referenceKey">;

/** Puts an entry right. The next file leaves it as it is; what changed is in the audit trail by the names of the fields, without the values. */
export async function correctEntry(scope: ActorScope, place: EntryPlace, correction: EntryCorrection): Promise<Ok<void>> {
  authorise(scope, "roll.manage", undefined);
  return inTransaction(async (tx) => {
    const entry = await lockEntry(tx, scope, place);
    const changed = (Object.keys(correction) as (keyof EntryCorrection)[]).filter((name) => correction[name] !== entry[name] && !name.endsWith("Key"));
    if (changed.length === 0) return ok();
    await tx.update(rollEntries).set({ ...correction, corrected: true }).where(eq(rollEntries.id, entry.id));
    await record(tx, scope, { act: "roll.entry-corrected", thing: { kind: "roll-entry", id: entry.id }, detail: { rollId: place.rollId, changed } });
    return ok();
  });
}

/** Marks an entry as removed: nobody is matched to it any more. It is kept, since a mark on a poll's roll may be theirs. */
export async function removeEntry(scope: ActorScope, place: EntryPlace, reason: string): Promise<Ok<void>> {
  authorise(scope, "roll.manage", undefined);
  return inTransaction(async (tx) => {
    const entry = await lockEntry(tx, scope, place);
    if (entry.removedAt !== null) return ok();
    await tx.update(rollEntries).set({ removedAt: now(), removedReason: reason, corrected: true }).where(eq(rollEntries.id, entry.id));
    await record(tx, scope, { act: "roll.entry-removed", thing: { kind: "roll-entry", id: entry.id }, detail: { rollId: place.rollId, reason } });
    return ok();
  });
}

/** Takes an entry back that was marked as removed. */
export async function restoreEntry(scope: ActorScope, place: EntryPlace): Promise<Ok<void>> {
  authorise(scope, "roll.manage", undefined);
  return inTransaction(async (tx) => {
    const entry = await lockEntry(tx, scope, place);
    if (entry.removedAt === null) return ok();
    await tx.update(rollEntries).set({ removedAt: null, removedReason: "", corrected: true }).where(eq(rollEntries.id, entry.id));
    await record(tx, scope, { act: "roll.entry-restored", thing: { kind: "roll-entry", id: entry.id }, detail: { rollId: place.rollId } });
    return ok();
  });
}

async function lockEntry(tx: Transaction, scope: ActorScope, { rollId, entryId }: EntryPlace) {
  const [row] = await tx
    .select()
    .from(rollEntries)
    .where(and(eq(rollEntries.councilId, scope.council.id), eq(rollEntries.rollId, rollId), eq(rollEntries.id, entryId)))
    .for("update");
  return found(row, "roll entry");
}
