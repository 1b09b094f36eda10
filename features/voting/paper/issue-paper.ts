import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { voterPasses } from "#db/schema/voting/credentials.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { lockBatch } from "./lock-batch.ts";

export interface IssuePaperInput {
  readonly batchId: string;
  /** As `voterHash` of features/voting/credentials makes it: whoever comes by two ways is one voter. */
  readonly voterHash: Buffer;
  readonly areaId: string | null;
  readonly ageBand: string;
}

export const ISSUE_REFUSALS = ["not-open", "closed", "account-written", "none-left", "already-voted"] as const;
export type IssueRefusal = (typeof ISSUE_REFUSALS)[number];

/**
 * Hands out a paper of a batch: the roll is marked and the batch counts one more by one statement. The voter is found eligible
 * before; which paper they get is written down nowhere, and nothing here names them. A paper in place of a spoilt one is no second mark: see
 * cancel-paper.ts. 404 for another council's batch; AccessError unless the person presides at its place.
 */
export function issuePaper(scope: ActorScope, { batchId, voterHash, areaId, ageBand }: IssuePaperInput): Promise<Result<void, IssueRefusal>> {
  return inTransaction(async (tx) => {
    const { presidingOfficers } = await lockBatch(tx, scope, batchId);
    authorise(scope, "paper.hand-out", { presidingOfficers });
    return issue(tx, { batchId, voterHash, areaId, ageBand });
  });
}

/** The same for the holder of a pass, however they came by it: a code, a check-in. `no-pass`: it is over, or for another ballot. */
export function issuePaperForPass(scope: ActorScope, { batchId, token }: { readonly batchId: string; readonly token: string }): Promise<Result<void, IssueRefusal | "no-pass">> {
  return inTransaction(async (tx) => {
    const { batch, presidingOfficers } = await lockBatch(tx, scope, batchId);
    authorise(scope, "paper.hand-out", { presidingOfficers });
    const [pass] = await tx
      .select({ voterHash: voterPasses.voterHash, areaId: voterPasses.areaId, ageBand: voterPasses.ageBand })
      .from(voterPasses)
      .where(and(eq(voterPasses.tokenHash, passHash(token, batch.pollId)), eq(voterPasses.pollId, batch.pollId), sql`${voterPasses.expiresAt} > now()`));
    return pass ? issue(tx, { batchId, ...pass }) : err("no-pass");
  });
}

async function issue(tx: Transaction, { batchId, voterHash, areaId, ageBand }: IssuePaperInput): Promise<Result<void, IssueRefusal>> {
  const [row] = await tx.execute<{ outcome: string }>(sql`select issue_paper(${batchId}, ${voterHash}::bytea, ${areaId}::uuid, ${ageBand}) as outcome`);
  const outcome = row?.outcome ?? "";
  if (outcome === "issued") return ok();
  const refusal = ISSUE_REFUSALS.find((each) => each === outcome);
  if (refusal === undefined) throw new Error(`A paper could not be handed out: ${outcome}`);
  return err(refusal);
}
