import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeTerms, type ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import { changeBallotRules } from "#features/budgeting/programmes/change-ballot-rules.ts";
import { hasRoll } from "#features/eligibility/rolls/queries.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import { electorateOf } from "./queries.ts";

/** Sets who may vote, alike for every pot; each adds its area. */
export const changeElectorateTerms = (scope: ActorScope, draft: DraftToEdit, terms: ElectorateTerms): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, draft, { act: "programme.electorate-changed", part: electorateOf, detail: { ...terms } }, async (tx, { programme }): Promise<Result<void, readonly Fault[]>> => {
    const faults = [...judgeTerms(terms)];
    if (terms.rollId !== null && !(await hasRoll(scope, terms.rollId, tx))) faults.push({ field: "rollId", code: "roll-unknown" });
    if (faults.length > 0) return err(faults);
    const changed = await changeBallotRules(tx, scope, programme, { ...programme.ballot, electorate: terms });
    return changed.ok ? ok() : err([{ field: "", code: changed.error }]);
  });
