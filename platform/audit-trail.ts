import { sql } from "drizzle-orm";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Transaction } from "#db/client.ts";
import { now } from "./clock.ts";

export interface Act {
  /** What was done: `engagement.approved`, `poll.closed`. */
  readonly act: string;
  readonly thing: { readonly kind: string; readonly id: string };
  /** Never a choice on a ballot, never more of a person than their id. */
  readonly detail?: Record<string, unknown>;
}

/** Records an official act in the council's chained trail, in the command's own transaction. */
export async function record(tx: Transaction, scope: AnyScope, { act, thing, detail = {} }: Act): Promise<void> {
  const actorId = scope.kind === "actor" ? scope.actor.personId : null;
  const actorName = scope.kind === "actor" ? scope.actor.email : scope.kind === "system" ? scope.job : "public";
  await tx.execute(sql`select record_act(${scope.council.id}, ${now().toISOString()}, ${actorId}, ${actorName},
    ${act}, ${thing.kind}, ${thing.id}, ${JSON.stringify(detail)})`);
}
