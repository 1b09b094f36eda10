import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { changeBallotRules } from "#features/budgeting/programmes/change-ballot-rules.ts";
import type { BallotRules } from "#features/budgeting/programmes/queries.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import type { BudgetVoteForOfficers } from "./queries.ts";

export const ballotOf = ({ programme }: BudgetVoteForOfficers) => programme.ballot;

/** Sets how people vote and how it is counted, alike for every pot. */
export const changeBallot = (scope: ActorScope, draft: DraftToEdit, rules: BallotRules): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, draft, { act: "programme.ballot-changed", part: ballotOf, detail: { rule: rules.rule, ballotKind: rules.ballotKind } }, async (tx, { programme }) => {
    if (rules.maxChoices !== null && rules.maxChoices < Math.max(1, rules.minChoices)) return err([{ field: "maxChoices", code: "most-under-fewest" }]);
    if (rules.minAge !== null && rules.maxAge !== null && rules.maxAge < rules.minAge) return err([{ field: "maxAge", code: "oldest-under-youngest" }]);
    const changed = await changeBallotRules(tx, scope, programme, rules);
    return changed.ok ? ok() : err([{ field: "", code: changed.error }]);
  });
