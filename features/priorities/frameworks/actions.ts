import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { frameworkInput } from "./input.ts";
import { saveFramework } from "./save-framework.ts";

export const putFramework = (scope: ActorScope, values: TypedValues): ActionAnswer<void> => action({ input: frameworkInput(scope.council.welsh), run: saveFramework })(scope, values);
