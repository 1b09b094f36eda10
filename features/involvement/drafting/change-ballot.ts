import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { changeBallotRules } from "#features/budgeting/programmes/change-ballot-rules.ts";
import type { BallotRules } from "#features/budgeting/programmes/queries.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import { ballotOf } from "./queries.ts";

/** Sets how people vote and how it is counted, alike for every pot. */
export const changeBallot = (scope: ActorScope, draft: DraftToEdit, rules: BallotRules): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, draft, { act: "programme.ballot-changed", part: ballotOf, detail: { rule: rules.rule, ballotKind: rules.ballotKind } }, async (tx, { programme }): Promise<Result<void, readonly Fault[]>> => {
    const faults = faultsOf(rules);
    if (faults.length > 0) return err(faults);
    const changed = await changeBallotRules(tx, scope, programme, rules);
    return changed.ok ? ok() : err([{ field: "", code: changed.error }]);
  });

function faultsOf({ minChoices, maxChoices }: BallotRules): readonly Fault[] {
  const faults: Fault[] = [];
  if (maxChoices !== null && maxChoices < Math.max(1, minChoices)) faults.push({ field: "maxChoices", code: "most-under-fewest" });
  return faults;
}
