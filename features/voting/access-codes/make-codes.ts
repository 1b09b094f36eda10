import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { accessCodes, codeBatches, codeSlips } from "#db/schema/voting/access-codes.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { ACCESS_CODE_BYTES, lookUpOf, makeAccessCode, secretOf, type AccessCode } from "#domain/voting/access-codes/voting-code.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import type { JobRun } from "#platform/jobs/handler.ts";
import { log } from "#platform/log.ts";
import { randomId, randomKey } from "#platform/random.ts";
import { slowHash } from "#platform/slow-hash.ts";
import { putCodesInQueue } from "./put-codes-in-queue.ts";
import { sealSlip, unsealSlip } from "./slip-seal.ts";

/** How long one stretch of work lasts before another batch has its turn. */
const STRETCH_MS = 20_000;
/** Codes to one transaction: about a second of work, so that a killed process loses no more. */
const AT_ONCE = 48;

/** What slow hashes of codes are made for. */
export const CODE_HASH = "access-code";

/**
 * Carries a batch on: makes codes for slips that have none yet and puts itself back in the queue, until all are made. Code,
 * hash and sealed slip are written together, so that it goes on where it was left, after a stretch as after a process that died.
 */
export async function makeCodes(scope: SystemScope, batchId: string, run: JobRun, atOnce = AT_ONCE): Promise<void> {
  const here = and(eq(codeBatches.id, batchId), eq(codeBatches.councilId, scope.council.id));
  const [batch] = await database()
    .update(codeBatches)
    .set({ state: "making" })
    .where(and(here, inArray(codeBatches.state, ["waiting", "making"])))
    .returning();
  if (!batch) return;
  const clock = (): number => now().getTime();
  const until = clock() + STRETCH_MS;
  try {
    for (;;) {
      const slips = await database()
        .select()
        .from(codeSlips)
        .where(and(eq(codeSlips.batchId, batchId), isNull(codeSlips.codeId)))
        .orderBy(asc(codeSlips.number))
        .limit(atOnce);
      if (slips.length === 0) return await finish(scope, batchId);
      await makeSome(scope, batch.voteId, batchId, slips);
      if (run.signal.aborted || clock() > until) return await inTransaction((tx) => putCodesInQueue(tx, scope.council.id, batchId));
    }
  } catch (fault) {
    if (run.lastTry) {
      log.error({ batchId, err: fault }, "a batch of codes was given up");
      await database().update(codeBatches).set({ state: "failed" }).where(and(here, eq(codeBatches.state, "making")));
    }
    throw fault;
  }
}

type Slip = typeof codeSlips.$inferSelect;

async function makeSome(scope: SystemScope, voteId: string, batchId: string, slips: readonly Slip[]): Promise<void> {
  const codes = await drawCodes(voteId, slips.length);
  const made = await Promise.all(slips.map(async (slip, at) => ({ slip, ...(await hashed(codes[at] as AccessCode)) })));
  await inTransaction(async (tx) => {
    const [still] = await tx
      .update(codeBatches)
      .set({ codesMade: sql`${codeBatches.codesMade} + ${made.length}` })
      .where(and(eq(codeBatches.id, batchId), eq(codeBatches.state, "making")))
      .returning({ id: codeBatches.id });
    // Made void while it was being made: nothing more is.
    if (!still) return;
    for (const each of made) await keepCode(tx, { councilId: scope.council.id, voteId, ...each });
  });
}

export interface HashedCode {
  readonly code: AccessCode;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A code with what is kept of its secret. */
export async function hashed(code: AccessCode): Promise<HashedCode> {
  const salt = randomKey(16);
  return { code, salt, hash: await slowHash(CODE_HASH, secretOf(code), salt) };
}

/** Writes a code for its slip, which until then had none. Throws where it has one, so that a slip never gets two. */
export async function keepCode(tx: Transaction, { councilId, voteId, slip, code, salt, hash }: HashedCode & { readonly councilId: string; readonly voteId: string; readonly slip: Slip }): Promise<string> {
  const { batchId, number, pollIds, areaId, ageBand, electorId, reissueOf } = slip;
  const id = randomId();
  const voterOf = reissueOf === null ? [] : await tx.select({ voterId: accessCodes.voterId }).from(accessCodes).where(eq(accessCodes.id, reissueOf));
  await tx.insert(accessCodes).values({ id, councilId, voteId, batchId, number, lookUp: lookUpOf(code), salt, hash, pollIds, areaId, ageBand, electorId, reissueOf, voterId: voterOf[0]?.voterId ?? id });
  const sealed = sealSlip({ recipient: unsealSlip(slip.sealed).recipient, code });
  const given = await tx
    .update(codeSlips)
    .set({ codeId: id, sealed })
    .where(and(eq(codeSlips.batchId, batchId), eq(codeSlips.number, number), isNull(codeSlips.codeId)))
    .returning({ number: codeSlips.number });
  if (given.length !== 1) throw new Error(`Slip ${number} of batch ${batchId} has its code already`);
  return id;
}

/** So many codes whose look-up parts are free in the vote. The table's key settles what two processes draw at once. */
export async function drawCodes(voteId: string, count: number): Promise<readonly AccessCode[]> {
  const drawn = new Map<string, AccessCode>();
  while (drawn.size < count) {
    const fresh = Array.from({ length: count - drawn.size }, () => makeAccessCode(randomKey(ACCESS_CODE_BYTES))).map((code): [string, AccessCode] => [lookUpOf(code), code]);
    const taken = await database()
      .select({ lookUp: accessCodes.lookUp })
      .from(accessCodes)
      .where(and(eq(accessCodes.voteId, voteId), inArray(accessCodes.lookUp, fresh.map(([lookUp]) => lookUp))));
    for (const [lookUp, code] of fresh) if (!taken.some((each) => each.lookUp === lookUp)) drawn.set(lookUp, code);
  }
  return [...drawn.values()];
}

const finish = (scope: SystemScope, batchId: string): Promise<void> =>
  inTransaction(async (tx) => {
    const [done] = await tx
      .update(codeBatches)
      .set({ state: "made", madeAt: now() })
      .where(and(eq(codeBatches.id, batchId), eq(codeBatches.state, "making")))
      .returning({ codes: codeBatches.codesMade });
    if (done) await record(tx, scope, { act: "codes.made", thing: { kind: "code-batch", id: batchId }, detail: { codes: done.codes } });
  });
