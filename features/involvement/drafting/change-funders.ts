import type { Fault } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { setFunders } from "#features/budgeting/pots/set-funders.ts";
import type { FunderInView } from "#features/budgeting/programmes/queries.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import { fundersPartOf, potIn } from "./queries.ts";

/** Writes who gives how much to a draft's pot; refuses money that does not add up. */
export const changeFunders = (
  scope: ActorScope,
  draft: DraftToEdit,
  { potId, wholePence, funders }: { readonly potId: string; readonly wholePence: number; readonly funders: readonly FunderInView[] },
): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, draft, { act: "programme.funders-changed", part: fundersPartOf(potId), detail: { pot: potId, wholePence } }, (tx, vote) =>
    setFunders(tx, scope, { programme: vote.programme, pot: potIn(vote, potId), wholePence, funders }),
  );
