import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { declareResult } from "./declare-result.ts";
import { declareResultInput, pollInput, recordLotsInput } from "./input.ts";
import { recordLots } from "./record-lots.ts";
import { startCount } from "./start-count.ts";
import { stopCount } from "./stop-count.ts";

export const askForCount = action({ input: pollInput, run: (scope: ActorScope, input) => startCount(scope, input) });
export const askToStop = action({ input: pollInput, run: (scope: ActorScope, input) => stopCount(scope, input) });
export const saveLots = action({ input: recordLotsInput, run: (scope: ActorScope, input) => recordLots(scope, input), beside: { "not-each-once": "lotOrder" } });
export const declare = action({ input: declareResultInput, run: (scope: ActorScope, input) => declareResult(scope, input) });
