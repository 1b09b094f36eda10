import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { ReadinessItem } from "#domain/involvement/readiness.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { signReadiness } from "#features/involvement/approval/sign-readiness.ts";

/** Puts the officer's name under every check, each with what they wrote, and sends the vote to the second person. */
export async function sendCommunityVote(scope: ActorScope, engagementId: string, checks: readonly { readonly item: ReadinessItem; readonly evidence: string }[]): Promise<Result<void, readonly Fault[]>> {
  for (const { item, evidence } of checks) await signReadiness(scope, { engagementId, item, evidence });
  const sent = await sendForApproval(scope, engagementId);
  return sent.ok ? ok() : err(sent.error);
}
