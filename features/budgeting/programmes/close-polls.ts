import type { Result } from "#domain/basics/result.ts";
import { err, ok } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { closePoll } from "#features/voting/polls/close-poll.ts";
import type { ProgrammeForOfficers } from "./queries.ts";

/**
 * Closes the poll of every pot; those closed already stay so, so that closing can be tried again.
 * Before the closing time only with a reason.
 */
export async function closePolls(scope: ActorScope | SystemScope, programme: ProgrammeForOfficers, earlyBecause: string): Promise<Result<void, "still-open">> {
  for (const pot of programme.pots) {
    if (pot.pollState !== "ready") continue;
    const closed = await closePoll(scope, { pollId: pot.pollId, earlyBecause });
    if (!closed.ok && closed.error === "still-open") return err("still-open");
  }
  return ok();
}
