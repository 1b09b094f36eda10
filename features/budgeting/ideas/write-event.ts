import type { Transaction } from "#db/client.ts";
import { ideaEvents } from "#db/schema/budgeting/ideas.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { IdeaAct } from "#domain/budgeting/idea-lifecycle.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";

/** What the public history of an idea may say besides the acts of its lifecycle. */
export type IdeaEvent = IdeaAct | "sent" | "promised" | "changed" | "co-author" | "gained" | "copied" | "part-of" | "removed" | "shown-again";

export interface IdeaEventToWrite {
  readonly ideaId: string;
  readonly event: IdeaEvent;
  readonly reason?: BilingualText;
  readonly otherId?: string;
}

/** Writes into the histories of ideas, in the transaction that makes them. */
export async function writeEvents(tx: Transaction, scope: AnyScope, events: readonly IdeaEventToWrite[]): Promise<void> {
  if (events.length === 0) return;
  const happenedAt = now();
  await tx.insert(ideaEvents).values(
    events.map(({ ideaId, event, reason, otherId }) => ({ councilId: scope.council.id, ideaId, event, reasonEn: reason?.en ?? "", reasonCy: reason?.cy ?? "", otherId: otherId ?? null, happenedAt })),
  );
}
