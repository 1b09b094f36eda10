import type { Fault } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { keepRingFence, type RingFenceInput } from "#features/budgeting/pots/keep-ring-fence.ts";
import { coverAreas } from "./cover-areas.ts";
import { editDraft } from "./edit-draft.ts";
import { potIn } from "./queries.ts";

/** Keeps part of a draft's pot for one theme; `once` becomes the id of the pot that keeps it. */
export const ringFence = (
  scope: ActorScope,
  { engagementId, potId, once, fence }: { readonly engagementId: string; readonly potId: string; readonly once: string; readonly fence: RingFenceInput },
): Promise<Result<{ readonly potId: string }, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "programme.ring-fenced", part: () => null, detail: { pot: potId, amountPence: fence.amountPence } }, async (tx, vote) => {
    const kept = await keepRingFence(tx, scope, { id: once, programme: vote.programme, pot: potIn(vote, potId), fence });
    if (kept.ok) await coverAreas(tx, vote);
    return kept;
  });
