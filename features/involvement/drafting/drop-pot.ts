import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { removePot } from "#features/budgeting/pots/remove-pot.ts";
import { coverAreas } from "./cover-areas.ts";
import { editDraft } from "./edit-draft.ts";
import { potIn } from "./queries.ts";

/** Takes an empty pot out of a draft that has another. */
export const dropPot = (
  scope: ActorScope,
  { engagementId, potId }: { readonly engagementId: string; readonly potId: string },
): Promise<Result<void, "changed-meanwhile" | "last-pot" | "pot-has-projects" | "pot-has-ring-fences">> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "programme.pot-removed", part: () => null, detail: { pot: potId } }, async (tx, vote) => {
    const removed = await removePot(tx, scope, vote.programme, potIn(vote, potId));
    if (removed.ok) await coverAreas(tx, vote);
    return removed;
  });
