import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { callInput } from "./input.ts";
import type { IdeaCallInView } from "./queries.ts";
import { closeCall, openCall, saveCall } from "./save-call.ts";

/** Saves the form a programme asks for ideas with. */
export async function postCall(scope: ActorScope, call: IdeaCallInView, values: TypedValues): Promise<Result<void, RefusedForm>> {
  const input = callInput(values, scope.council.welsh, call.form.questions);
  if (!input.ok) return err({ values, faults: input.error });
  const saved = await saveCall(scope, { programmeId: call.programmeId, ...input.value });
  if (saved.ok) return saved;
  return err({ values, faults: saved.error === "changed-meanwhile" ? [{ field: "", code: saved.error }] : saved.error });
}

/** Opens or closes the call. */
export const switchCall = (scope: ActorScope, programmeId: string, open: boolean): Promise<Result<void, "no-form">> => (open ? openCall(scope, programmeId) : closeCall(scope, programmeId));
