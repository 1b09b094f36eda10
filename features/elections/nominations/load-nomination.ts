import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contests } from "#db/schema/elections/elections.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";

export interface AtNomination {
  readonly electionId: string;
  readonly contestId: string;
  readonly number: number;
}

/** A nomination locked until the end of the transaction; 404 for another council's or another contest's. */
export async function lockNomination(tx: Transaction, scope: AnyScope, { electionId, contestId, number }: AtNomination): Promise<typeof nominations.$inferSelect> {
  const [row] = await tx
    .select({ nomination: nominations })
    .from(nominations)
    .innerJoin(contests, eq(contests.id, nominations.contestId))
    .where(and(eq(nominations.councilId, scope.council.id), eq(contests.electionId, electionId), eq(nominations.contestId, contestId), eq(nominations.number, number)))
    .for("update", { of: nominations });
  return found(row, "nomination").nomination;
}

/** The same where it is the person's own; 404 for everybody else. */
export async function lockOwnNomination(tx: Transaction, scope: ActorScope, at: AtNomination): Promise<typeof nominations.$inferSelect> {
  const nomination = await lockNomination(tx, scope, at);
  if (nomination.personId !== scope.actor.personId) throw new AccessError("not-found", "nomination");
  return nomination;
}

/** A nomination locked for the returning officer, who decides about everybody's but their own. */
export async function lockToDecide(tx: Transaction, scope: ActorScope, at: AtNomination): Promise<typeof nominations.$inferSelect> {
  authorise(scope, "nomination.decide", null);
  const nomination = await lockNomination(tx, scope, at);
  if (nomination.personId === scope.actor.personId) throw new AccessError("forbidden", "nomination.decide");
  return nomination;
}
