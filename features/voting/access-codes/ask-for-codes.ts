import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { codeBatches, codeSlips } from "#db/schema/voting/access-codes.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { BatchKind, Recipient } from "#domain/voting/access-codes/code-batch.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { putCodesInQueue } from "./put-codes-in-queue.ts";
import { sealSlip } from "./slip-seal.ts";

/** One code that is wanted: which ballots it opens, and for whom. */
export interface CodeWanted {
  readonly pollIds: readonly string[];
  /** Known of them for the turnout; null and empty where it is not. */
  readonly areaId: string | null;
  readonly ageBand: string;
  readonly electorId: string | null;
  readonly recipient: Recipient | null;
}

export interface AskForCodesInput {
  /** The form's own number: the batch's id, so that sending it twice asks once. */
  readonly once: string;
  readonly voteId: string;
  readonly kind: BatchKind;
  readonly label: string;
  readonly place: string;
  readonly wanted: readonly CodeWanted[];
}

/** Rows to one insert. */
const AT_ONCE = 1_000;

/**
 * Asks for a batch of codes, which a job makes. The recipients are sealed until their letters are printed.
 * `vote-over`: one of the ballots has closed. 404 where a ballot is not the council's.
 */
export async function askForCodes(scope: ActorScope, input: AskForCodesInput): Promise<Result<{ readonly batchId: string }, "vote-over" | "nobody">> {
  authorise(scope, "codes.make", null);
  if (input.wanted.length === 0) return err("nobody");
  return inTransaction((tx) => beginBatch(tx, scope, input));
}

/** The same in a transaction that does more, for whoever has been found to be allowed to. At least one code must be wanted. */
export async function beginBatch(tx: Transaction, scope: ActorScope, { once, voteId, kind, label, place, wanted }: AskForCodesInput): Promise<Result<{ readonly batchId: string }, "vote-over">> {
  const pollIds = [...new Set(wanted.flatMap((each) => each.pollIds))];
  const states = await tx
    .select({ state: polls.state })
    .from(polls)
    .where(and(eq(polls.councilId, scope.council.id), inArray(polls.id, pollIds)));
  if (states.length !== pollIds.length) throw new AccessError("not-found", "poll");
  if (states.some(({ state }) => state !== "draft" && state !== "ready")) return err("vote-over");
  const [begun] = await tx
    .insert(codeBatches)
    .values({ id: once, councilId: scope.council.id, voteId, kind, label, place, codesWanted: wanted.length, askedBy: scope.actor.personId, askedAt: now() })
    .onConflictDoNothing()
    .returning({ id: codeBatches.id });
  if (!begun) return ok({ batchId: once });
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    await tx.insert(codeSlips).values(
      wanted.slice(from, from + AT_ONCE).map(({ recipient, pollIds: theirs, ...entitled }, at) => ({
        batchId: once,
        number: from + at + 1,
        ...entitled,
        pollIds: [...theirs],
        sealed: sealSlip({ recipient, code: null }),
      })),
    );
  await putCodesInQueue(tx, scope.council.id, once);
  await record(tx, scope, { act: "codes.asked", thing: { kind: "code-batch", id: once }, detail: { kind, label, codes: wanted.length } });
  return ok({ batchId: once });
}
