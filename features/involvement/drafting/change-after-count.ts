import { ok, err, type Result } from "#domain/basics/result.ts";
import { afterCountParameters, type AfterCountPolicy } from "#domain/budgeting/after-count.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { changeBallotRules } from "#features/budgeting/programmes/change-ballot-rules.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import { afterCountOf } from "./queries.ts";

/** Sets what happens to money a count leaves over; it is locked with the counting rule. */
export const changeAfterCount = (scope: ActorScope, draft: DraftToEdit, policy: AfterCountPolicy): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, draft, { act: "programme.after-count-changed", part: afterCountOf, detail: { ...policy } }, async (tx, { programme }): Promise<Result<void, readonly Fault[]>> => {
    const rules = { ...programme.ballot, ruleParameters: { ...programme.ballot.ruleParameters, ...afterCountParameters(policy) } };
    const changed = await changeBallotRules(tx, scope, programme, rules);
    return changed.ok ? ok() : err([{ field: "", code: changed.error }]);
  });
