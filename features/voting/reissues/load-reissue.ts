import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { reissues } from "#db/schema/voting/reissues.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";

/** A request of the vote whose polls these are. */
export interface ReissueAt {
  readonly id: string;
  readonly pollIds: readonly string[];
}

/** The request, held for this transaction. 404 for another council's or another vote's. */
export const loadReissue = async (tx: Transaction, scope: ActorScope, { id, pollIds }: ReissueAt) =>
  found((await tx.select().from(reissues).where(and(eq(reissues.councilId, scope.council.id), eq(reissues.id, id), inArray(reissues.pollId, [...pollIds]))).for("update"))[0], "reissue");
