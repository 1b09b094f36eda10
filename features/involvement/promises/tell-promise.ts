import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { electedPromises } from "#db/schema/involvement/promises.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { PromiseTold } from "#domain/involvement/promise.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

export interface TellPromise {
  readonly engagementId: string;
  readonly promiseId: string;
  readonly told: PromiseTold;
  readonly words: BilingualText;
}

/** Tells everybody what became of a promise that no money was needed for. A proposal's story is told by its budget, so it is refused here. */
export function tellPromise(scope: ActorScope, { engagementId, promiseId, told, words }: TellPromise): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const { election } = await getElectionForOfficers(scope, engagementId, tx);
    authorise(scope, "promise.follow", null);
    const [promise] = await tx.select().from(electedPromises).where(and(eq(electedPromises.electionId, election.id), eq(electedPromises.id, promiseId))).for("update");
    if (found(promise, "promise").ideaId !== null) return err({ field: "", code: "is-proposal" });
    if (words.en === "") return err({ field: "wordsEn", code: "required" });
    if (scope.council.welsh && words.cy === "") return err({ field: "wordsCy", code: "required" });
    await tx.update(electedPromises).set({ told, toldEn: words.en, toldCy: words.cy, toldAt: now() }).where(eq(electedPromises.id, promiseId));
    await record(tx, scope, { act: "promise.told", thing: { kind: "engagement", id: engagementId }, detail: { promise: promiseId, told } });
    return ok();
  });
}
