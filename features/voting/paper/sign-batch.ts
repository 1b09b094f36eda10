import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { entryPasses, paperBallots, paperBatches } from "#db/schema/voting/paper.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { balances, whyNotSealed, type PaperAccount, type SealRefusal } from "#domain/voting/paper/account.ts";
import { outcomeOf, type PaperOutcome, type RejectionGround } from "#domain/voting/paper/doubtful.ts";
import { shownBatchCode } from "#domain/voting/paper/paper-number.ts";
import { askForLeaves } from "#features/voting/polls/ask-for-leaf.ts";
import { getPoll, listPollOptions } from "#features/voting/polls/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { renewPages } from "#platform/renewal.ts";
import { lockBatch, type LockedBatch } from "./lock-batch.ts";
import { decidedReadings } from "./queries.ts";

export type SignRefusal = "poll-open" | "no-account" | "not-keyed" | "undecided" | "sealed" | SealRefusal;

/**
 * Signs a batch off. One that balances is sealed at once: its papers become ballots the count reads. One that does not needs a
 * reason, and waits for a second name (`countersignBatch`). 404 for another council's batch; AccessError unless the person is the returning officer.
 */
export function signBatch(scope: ActorScope, { batchId, reason }: { readonly batchId: string; readonly reason: string }): Promise<Result<"sealed" | "awaits-second", SignRefusal>> {
  authorise(scope, "paper.sign-off", null);
  return inTransaction(async (tx) => {
    const locked = await lockBatch(tx, scope, batchId);
    const ready = await whatIsSealed(tx, scope, locked);
    if (!ready.ok) return ready;
    const { account } = ready.value;
    const refusal = whyNotSealed(account, { reason, signedBy: scope.actor.personId, countersignedBy: null });
    if (refusal !== null && refusal !== "second-name-needed") return err(refusal);
    const signature = { signedBy: scope.actor.personId, signedAt: now(), reason: balances(account) ? "" : reason };
    await tx.update(paperBatches).set(signature).where(eq(paperBatches.id, batchId));
    if (refusal === null) {
      await seal(tx, scope, locked, ready.value, { reason: "", countersignedBy: null });
      return ok("sealed");
    }
    await record(tx, scope, { act: "paper.batch-signed", thing: { kind: "paper-batch", id: batchId }, detail: { reason, account: { ...account } } });
    return ok("awaits-second");
  });
}

/** Puts the second name under a batch that does not balance, and seals it. */
export function countersignBatch(scope: ActorScope, { batchId }: { readonly batchId: string }): Promise<Result<void, SignRefusal>> {
  authorise(scope, "paper.countersign", null);
  return inTransaction(async (tx) => {
    const locked = await lockBatch(tx, scope, batchId);
    const ready = await whatIsSealed(tx, scope, locked);
    if (!ready.ok) return ready;
    const { signedBy, reason } = locked.batch;
    const names = { reason, signedBy, countersignedBy: scope.actor.personId };
    const refusal = whyNotSealed(ready.value.account, names) ?? (signedBy === scope.actor.personId ? "same-name-twice" : null);
    if (refusal !== null) return err(refusal);
    await seal(tx, scope, locked, ready.value, names);
    return ok();
  });
}

interface ReadyToSeal {
  readonly account: PaperAccount;
  readonly outcomes: readonly PaperOutcome[];
  readonly blank: number;
}

async function whatIsSealed(tx: Transaction, scope: ActorScope, { batch, pollState }: LockedBatch): Promise<Result<ReadyToSeal, SignRefusal>> {
  if (batch.sealedAt !== null) return err("sealed");
  // Before the close a paper ballot in the log would be a running tally.
  if (pollState !== "closed") return err("poll-open");
  const { issued, unused, damaged, returned, spoilt, notReturned } = batch;
  if (issued === null || unused === null || damaged === null || returned === null || spoilt === null || notReturned === null) return err("no-account");
  const passes = await tx.select().from(entryPasses).where(eq(entryPasses.batchId, batch.id));
  if (returned > 0 && passes.filter(({ doneAt }) => doneAt !== null).length < 2) return err("not-keyed");
  const readings = await decidedReadings(batch.id, tx);
  if (readings.undecided > 0) return err("undecided");
  const poll = await getPoll(scope, batch.pollId, tx);
  const paper = { ...poll, kind: poll.ballotKind, options: await listPollOptions(scope, batch.pollId, tx) };
  return ok({
    account: { printed: batch.printed, issued, unused, damaged, returned, spoilt, notReturned, keyed: readings.agreed.length, marked: batch.marked },
    outcomes: readings.agreed.map((reading) => outcomeOf(paper, reading)),
    blank: readings.agreed.filter(({ finding }) => finding === "blank").length,
  });
}

async function seal(
  tx: Transaction,
  scope: ActorScope,
  { batch, placeLetters }: LockedBatch,
  { account, outcomes, blank }: ReadyToSeal,
  { reason, countersignedBy }: { readonly reason: string; readonly countersignedBy: string | null },
): Promise<void> {
  // In the order of keys drawn by chance: nothing tells which paper became which ballot.
  const accepted = outcomes
    .flatMap((outcome) => (outcome.accepted ? [{ id: randomId(), pollId: batch.pollId, batchId: batch.id, choices: [...outcome.choices], points: outcome.points === null ? null : [...outcome.points] }] : []))
    .sort((a, b) => a.id.localeCompare(b.id));
  const grounds: Partial<Record<RejectionGround, number>> = {};
  for (const outcome of outcomes) if (!outcome.accepted) grounds[outcome.ground] = (grounds[outcome.ground] ?? 0) + 1;
  if (accepted.length > 0) await tx.insert(paperBallots).values(accepted);
  const totals = { accepted: accepted.length, rejected: outcomes.length - accepted.length, blank, grounds };
  await tx
    .update(paperBatches)
    .set({ ...totals, reason, countersignedBy, sealedAt: now() })
    .where(eq(paperBatches.id, batch.id));
  const code = shownBatchCode(placeLetters, batch.number);
  const { printed, issued, unused, damaged, returned, spoilt, notReturned } = account;
  const unmarked = grounds.unmarked ?? 0;
  await askForLeaves(tx, batch.pollId, [
    {
      kind: "paper-batch",
      body: { batch: code, channel: "paper", style: "1", printed, issued, unused, damaged, returned, spoilt, notReturned, accepted: totals.accepted, blank: unmarked, rejected: totals.rejected - unmarked, imbalance: reason === "" ? null : reason },
    },
    ...accepted.map(({ choices, points }) => ({ kind: "paper-ballot" as const, body: { batch: code, choices, ...(points === null ? {} : { points }) } })),
  ]);
  await record(tx, scope, { act: "paper.batch-sealed", thing: { kind: "paper-batch", id: batch.id }, detail: { batch: code, account: { ...account }, ...totals, reason } });
  await renewPages(tx, scope.council.slug);
}
