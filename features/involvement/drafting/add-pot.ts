import type { Fault } from "#domain/basics/fault.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { openPot, type PotInput } from "#features/budgeting/pots/open-pot.ts";
import { coverAreas, isUnknownArea } from "./cover-areas.ts";
import { editDraft } from "./edit-draft.ts";
import { listAreaChoices } from "./queries.ts";

/** Adds a pot to a draft; `once` becomes its id. */
export async function addPot(
  scope: ActorScope,
  { engagementId, once, pot }: { readonly engagementId: string; readonly once: string; readonly pot: PotInput },
): Promise<Result<{ readonly potId: string }, "changed-meanwhile" | readonly Fault[]>> {
  const areas = await listAreaChoices(scope);
  return editDraft(scope, { engagementId, seen: "" }, { act: "programme.pot-added", part: () => null, detail: { pot: once } }, async (tx, vote) => {
    if (isUnknownArea(pot.areaId, areas)) return err([{ field: "areaId", code: "choose-one" }]);
    const opened = await openPot(tx, scope, { id: once, programmeId: vote.programme.id, rules: vote.programme.ballot, pot });
    if (opened.ok) await coverAreas(tx, vote);
    return opened;
  });
}
