import type { Fault } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import type { DatedPhase } from "#domain/budgeting/phase.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { setPhases } from "#features/budgeting/programmes/set-phases.ts";
import { now } from "#platform/clock.ts";
import { editDraft, type DraftToEdit } from "./edit-draft.ts";
import { phasesOf } from "./queries.ts";

/** Sets which phases the programme passes through, and when. */
export const changePhases = (scope: ActorScope, draft: DraftToEdit, phases: readonly DatedPhase[]): Promise<Result<void, "changed-meanwhile" | readonly Fault[]>> =>
  editDraft(scope, draft, { act: "programme.phases-changed", part: phasesOf }, (tx, { programme }) => setPhases(tx, scope, { programmeId: programme.id, phases, now: now() }));
