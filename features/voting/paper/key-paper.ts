import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { entryPasses, paperBatches, paperReadings, papers } from "#db/schema/voting/paper.ts";
import { pollingPlaces } from "#db/schema/voting/polling-places.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { faultOfReading, type PaperReading } from "#domain/voting/paper/doubtful.ts";
import { differencesOfReadings } from "#domain/voting/paper/double-entry.ts";
import { readPaperNumber, scannedNumber, shownBatchCode, shownPaperNumber, type PaperNumber } from "#domain/voting/paper/paper-number.ts";
import { getPoll, listPollOptions } from "#features/voting/polls/queries.ts";
import { lockBatch } from "./lock-batch.ts";
import { readingOf } from "./queries.ts";

export interface KeyPaperInput extends PaperReading {
  readonly batchId: string;
  /** As typed or scanned. */
  readonly paper: string;
  readonly setAside: boolean;
  /** The number of a paper of one's own pass that is keyed again, to put it right. */
  readonly instead: number | null;
}

/**
 * Keeps one paper as an officer read it, in the pass that is theirs. The same paper keyed again alike is taken once; keyed again otherwise it
 * is refused, unless it was opened to be put right. Answers with its number.
 */
export function keyPaper(scope: ActorScope, input: KeyPaperInput): Promise<Result<{ readonly number: number }, Fault>> {
  authorise(scope, "paper.key", null);
  const { batchId, finding, marks, setAside, instead } = input;
  return inTransaction(async (tx) => {
    const { batch } = await lockBatch(tx, scope, batchId);
    const [own] = await tx
      .select()
      .from(entryPasses)
      .where(and(eq(entryPasses.batchId, batchId), eq(entryPasses.officerId, scope.actor.personId)));
    if (!own) return err({ field: "", code: "not-yours" });
    if (own.doneAt !== null || batch.sealedAt !== null) return err({ field: "", code: "pass-done" });

    const typed = readPaperNumber(scannedNumber(input.paper));
    if (!typed.ok) return err({ field: "paper", code: typed.error });
    const { number } = typed.value;
    const misplaced = await whyNotHere(tx, batch, typed.value);
    if (misplaced !== null) return err(misplaced);

    const [poll, options] = [await getPoll(scope, batch.pollId, tx), await listPollOptions(scope, batch.pollId, tx)];
    // Set aside it goes to a third person as it is, whatever was keyed.
    const fault = setAside ? null : faultOfReading({ ...poll, kind: poll.ballotKind, options }, { finding, marks });
    if (fault !== null) return err({ field: fault === "nothing-marked" || fault.endsWith("-keyed") ? "marks" : "finding", code: fault });

    const here = and(eq(paperReadings.batchId, batchId), eq(paperReadings.pass, own.pass), eq(paperReadings.number, number));
    const reading = { finding, options: marks.map(({ optionId }) => Number(optionId)), values: marks.map(({ value }) => value), setAside };
    const [already] = await tx.select().from(paperReadings).where(here);
    if (instead !== null && instead !== number) {
      if (already) return err({ field: "paper", code: "keyed-already" });
      await tx.delete(paperReadings).where(and(eq(paperReadings.batchId, batchId), eq(paperReadings.pass, own.pass), eq(paperReadings.number, instead)));
    } else if (already && instead === null) {
      const same = already.setAside === setAside && differencesOfReadings(readingOf(already), { finding, marks }).length === 0;
      return same ? ok({ number }) : err({ field: "paper", code: "keyed-already", params: { paper: shownPaperNumber(typed.value) } });
    }
    await tx
      .insert(paperReadings)
      .values({ batchId, pass: own.pass, number, officerId: scope.actor.personId, ...reading })
      .onConflictDoUpdate({ target: [paperReadings.batchId, paperReadings.pass, paperReadings.number], set: reading });
    return ok({ number });
  });
}

/** Why a paper of this number is not to be keyed in the batch, or null. A number that was never printed is a paper nobody made here. */
async function whyNotHere(tx: Transaction, batch: typeof paperBatches.$inferSelect, { place, number }: PaperNumber): Promise<Fault | null> {
  const [printed] = await tx
    .select({ batchId: papers.batchId, cancelled: papers.cancelled, letters: pollingPlaces.letters, batch: paperBatches.number })
    .from(papers)
    .innerJoin(paperBatches, eq(paperBatches.id, papers.batchId))
    .innerJoin(pollingPlaces, eq(pollingPlaces.id, paperBatches.placeId))
    .where(and(eq(papers.pollId, batch.pollId), eq(papers.number, number)));
  if (!printed || printed.letters !== place) return { field: "paper", code: "never-printed" };
  if (printed.batchId !== batch.id) return { field: "paper", code: "other-batch", params: { batch: shownBatchCode(printed.letters, printed.batch) } };
  return printed.cancelled ? { field: "paper", code: "cancelled" } : null;
}
