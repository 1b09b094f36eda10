import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import { ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { setFunders } from "#features/budgeting/pots/set-funders.ts";
import { changePot } from "#features/budgeting/pots/change-pot.ts";
import { getProgramme } from "#features/budgeting/programmes/queries.ts";
import { editDraft } from "#features/involvement/drafting/edit-draft.ts";
import { potIn } from "#features/involvement/drafting/queries.ts";

/** How much a community group's pot holds, who gives it, and the most one project may cost. */
export const setCommunityMoney = (
  scope: ActorScope,
  { engagementId, amountPence, giver, maxProjectPence }: { readonly engagementId: string; readonly amountPence: number; readonly giver: BilingualText; readonly maxProjectPence: number | null },
): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, { engagementId, seen: "" }, { act: "programme.pot-changed", part: () => null, detail: { amountPence } }, async (tx, vote): Promise<Result<void, readonly Fault[]>> => {
    const pot = potIn(vote, vote.programme.pots[0]?.id ?? "");
    // Whoever gave it before gives way: the sum must be right at each step.
    const cleared = await setFunders(tx, scope, { programme: vote.programme, pot, wholePence: pot.amountPence, funders: [] });
    if (!cleared.ok) return cleared;
    const changed = await changePot(tx, scope, { programme: vote.programme, pot: { ...pot, funders: [] }, change: { ...pot, amountPence, maxProjectPence } });
    if (!changed.ok) return changed;
    if (giver.en === "" && giver.cy === "") return ok();
    const programme = await getProgramme(scope, vote.programme.id, tx);
    return setFunders(tx, scope, { programme, pot: potIn({ ...vote, programme }, pot.id), wholePence: amountPence, funders: [{ name: giver, amountPence, condition: { en: "", cy: "" } }] });
  });
