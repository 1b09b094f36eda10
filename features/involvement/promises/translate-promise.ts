import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { electedPromises } from "#db/schema/involvement/promises.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

export interface TranslatePromise {
  readonly engagementId: string;
  readonly promiseId: string;
  /** In the language the promise has not got yet. */
  readonly text: string;
}

/** Adds the other language to a promise that was written down in one: by the officers who follow promises, once. The same words again change nothing. */
export function translatePromise(scope: ActorScope, { engagementId, promiseId, text }: TranslatePromise): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    authorise(scope, "promise.follow", null);
    const { election } = await getElectionForOfficers(scope, engagementId, tx);
    const [row] = await tx.select().from(electedPromises).where(and(eq(electedPromises.electionId, election.id), eq(electedPromises.id, promiseId))).for("update");
    const promise = found(row, "promise");
    const there = promise.writtenIn === "en" ? promise.textCy : promise.textEn;
    if (there === text) return ok();
    if (there !== "") return err({ field: `translation-${promiseId}`, code: "translated-already" });
    await tx.update(electedPromises).set(promise.writtenIn === "en" ? { textCy: text } : { textEn: text }).where(eq(electedPromises.id, promiseId));
    await record(tx, scope, { act: "promise.translated", thing: { kind: "engagement", id: engagementId }, detail: { promise: promiseId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
