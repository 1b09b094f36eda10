import type { Fault } from "#domain/basics/fault.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";

/** The second person has read it: approves it and shows it to everybody. Each step is the one of any council, with its own rules. */
export async function approveAndOpen(scope: ActorScope, engagementId: string): Promise<Result<{ readonly slug: string }, readonly Fault[]>> {
  const { state } = await getVoteForOfficers(scope, engagementId);
  // Approved already, by this form sent before or by somebody else: what is left is to show it.
  if (state === "in-review" || state === "draft") {
    const approved = await approveEngagement(scope, engagementId);
    if (!approved.ok) return err([{ field: "", code: approved.error }]);
  }
  return publishEngagement(scope, engagementId);
}
