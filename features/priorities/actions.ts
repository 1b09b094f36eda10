import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { writeTargetInput } from "./input.ts";
import { writeTarget } from "./write-target.ts";

export const saveTarget = action({ input: writeTargetInput, run: (scope: ActorScope, input) => writeTarget(scope, input), beside: { "slug-taken": "slug" } });
