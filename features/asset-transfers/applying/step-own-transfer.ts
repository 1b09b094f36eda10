import { inTransaction } from "#db/client.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { lockOwnTransfer } from "../load-transfer.ts";
import { noteStage, type NoteStageFault } from "../note-stage.ts";

/** Steps an organisation takes itself: its full application is whole, it asks to be treated as a bidder, or it withdraws. */
export const OWN_STEPS = ["assessment", "bid-requested", "withdrawn"] as const;

export function stepOwnTransfer(scope: MemberScope, slug: string, stage: (typeof OWN_STEPS)[number]): Promise<Result<void, NoteStageFault>> {
  return inTransaction(async (tx) => noteStage(tx, scope, await lockOwnTransfer(tx, scope, slug), { stage, reachedOn: londonDay(now()), note: { en: "", cy: "" } }));
}
