import type { Executor } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Recipient } from "#features/notifications/letters/begin-round.ts";

/** Who proposed a project of the programme and left an address with it. */
export function listProposers(_scope: AnyScope, _programmeId: string, _executor: Executor): Promise<readonly Recipient[]> {
  return Promise.resolve([]);
}
