import { eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { electedPromises } from "#db/schema/involvement/promises.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { MOST_WRITTEN_DOWN } from "#domain/involvement/promise.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listElected } from "#features/elections/results/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { findMayorsBudget } from "./queries.ts";

export interface WritePromise {
  /** The form's one-use number; becomes the promise's id. */
  readonly once: string;
  readonly engagementId: string;
  readonly nominationId: string;
  readonly text: BilingualText;
}

/** Writes down one more promise that somebody elected made in their statement. What is written down stays: people hold them to it. */
export async function writePromise(scope: ActorScope, { once, engagementId, nominationId, text }: WritePromise): Promise<Result<void, Fault>> {
  authorise(scope, "promise.follow", null);
  const elected = await listElected(scope, (await getElectionForOfficers(scope, engagementId)).election);
  return inTransaction(async (tx) => {
    const { election } = await getElectionForOfficers(scope, engagementId, tx);
    found((await findMayorsBudget(scope, election.id, tx)) ?? undefined, "budget");
    found(elected.find((person) => person.nominationId === nominationId), "elected");
    const there = await tx.select({ id: electedPromises.id, number: sql<number>`${electedPromises.number}` }).from(electedPromises).where(eq(electedPromises.nominationId, nominationId));
    if (there.some(({ id }) => id === once)) return ok();
    if (there.length >= MOST_WRITTEN_DOWN) return err({ field: "textEn", code: "too-many-promises", params: { most: MOST_WRITTEN_DOWN } });
    const number = Math.max(0, ...there.map((each) => each.number)) + 1;
    await tx.insert(electedPromises).values({ id: once, councilId: scope.council.id, electionId: election.id, nominationId, number, writtenIn: text.en === "" ? "cy" : "en", textEn: text.en, textCy: text.cy });
    await record(tx, scope, { act: "promise.written", thing: { kind: "engagement", id: engagementId }, detail: { promise: once } });
    return ok();
  });
}
