import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { polledContests } from "#domain/elections/without-poll.ts";
import { declareWithoutPoll, type DeclareWithoutPoll } from "#features/elections/uncontested/declare-without-poll.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { getElectionForOfficers } from "./queries.ts";

/**
 * The returning officer declares a contest without a poll; the others go on to theirs. Where no contest is left that could have one, the
 * whole election is decided with it, and everybody sees it as such. The form sent twice declares once.
 */
export function declareUncontested(scope: ActorScope, { engagementId, ...input }: DeclareWithoutPoll & { readonly engagementId: string }): Promise<Result<void, "too-early" | "undecided" | "poll-needed" | "not-draft">> {
  return inTransaction(async (tx) => {
    const { election } = await getElectionForOfficers(scope, engagementId, tx);
    const declared = await declareWithoutPoll(tx, scope, election, input);
    if (!declared.ok) return declared;
    const { election: after, state } = await getElectionForOfficers(scope, engagementId, tx);
    if (state !== "approved" || polledContests(after).length > 0) return ok();
    await tx
      .update(engagements)
      .set({ state: "decided", publishedAt: now() })
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId)));
    await record(tx, scope, { act: "engagement.decided", thing: { kind: "engagement", id: engagementId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
