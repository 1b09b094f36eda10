import type { Fault } from "#domain/basics/fault.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { changePot } from "#features/budgeting/pots/change-pot.ts";
import type { PotInput } from "#features/budgeting/pots/open-pot.ts";
import { coverAreas, isUnknownArea } from "./cover-areas.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import { listAreaChoices, potIn, potPartOf } from "./queries.ts";

/** Changes a pot of a draft. */
export async function editPot(
  scope: ActorScope,
  draft: DraftToEdit,
  { potId, change }: { readonly potId: string; readonly change: PotInput },
): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> {
  const areas = await listAreaChoices(scope);
  return editDraft(scope, draft, { act: "programme.pot-changed", part: potPartOf(potId), detail: { pot: potId } }, async (tx, vote) => {
    if (isUnknownArea(change.areaId, areas)) return err([{ field: "areaId", code: "choose-one" }]);
    const changed = await changePot(tx, scope, { programme: vote.programme, pot: potIn(vote, potId), change });
    if (changed.ok) await coverAreas(tx, vote);
    return changed;
  });
}
