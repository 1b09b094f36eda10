import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { statuteInput } from "./input.ts";
import { keepStatute } from "./keep-statute.ts";

export const saveStatute = action({ input: statuteInput, run: (scope: ActorScope, statute) => keepStatute(scope, statute), beside: { "welsh-missing": "titleCy" } });
