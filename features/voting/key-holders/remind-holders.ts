import { inTransaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import { findCircle } from "./queries.ts";
import { tellHolders } from "./tell-holders.ts";

export interface RemindHoldersInput {
  readonly pollId: string;
  /** The vote the poll belongs to. */
  readonly subjectId: string;
  readonly title: BilingualText;
}

/** Writes once more to the holders of a closed poll's count key, at most four times in an hour. */
export async function remindHolders(scope: ActorScope, { pollId, subjectId, title }: RemindHoldersInput): Promise<Result<void, "too-many-reminders">> {
  authorise(scope, "poll.count", await getPoll(scope, pollId));
  if (!(await withinLimit(`remind-holders:${pollId}`, 4, 3_600))) return err("too-many-reminders");
  return inTransaction(async (tx) => {
    const circle = found(await findCircle(scope, subjectId, tx), "circle");
    await tellHolders(tx, scope, circle, title, "closed");
    await record(tx, scope, { act: "count-key.reminded", thing: { kind: "engagement", id: subjectId } });
    return ok();
  });
}
