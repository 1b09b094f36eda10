import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { whyNotSwitch, type Phase } from "#domain/budgeting/phase.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { standing } from "#domain/involvement/engagement.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { enterByHand } from "#features/budgeting/programmes/settle-phase.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { inTransaction } from "#db/client.ts";
import { now } from "#platform/clock.ts";

/**
 * Moves a programme to another phase by hand, with a reason that everybody reads; it holds until the next dated phase begins.
 * Refused for what the ballots decide, and while voting is open. The form sent twice moves it once.
 */
export function switchPhase(
  scope: ActorScope,
  { engagementId, to, because }: { readonly engagementId: string; readonly to: Phase; readonly because: BilingualText },
): Promise<Result<void, "phase-follows-the-ballot" | "voting-is-open">> {
  return inTransaction(async (tx) => {
    const vote = await getVoteForOfficers(scope, engagementId, tx);
    authorise(scope, "programme.switch-phase", vote);
    const stands = standing(vote, now());
    const why = whyNotSwitch({ to, stands: vote.programme.phase, votingIsOpen: vote.state === "published" && (stands === "open" || stands === "closing-soon") });
    if (why === "stands-there") return ok();
    if (why !== null) return err(why);
    await enterByHand(tx, scope, { programmeId: vote.programme.id, phase: to, because, now: now() });
    return ok();
  });
}
