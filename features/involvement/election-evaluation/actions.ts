import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { enterTurnout, strikeTurnout } from "./enter-turnout.ts";
import { enterTurnoutInput, strikeTurnoutInput } from "./input.ts";

/** What an officer does at turnouts of elections held before, by the name of the form. */
export const TURNOUT_ACTS: Readonly<Record<string, (scope: ActorScope, values: TypedValues) => ActionAnswer<unknown>>> = {
  enter: action({ input: enterTurnoutInput, run: (scope: ActorScope, input) => enterTurnout(scope, input) }),
  strike: action({ input: strikeTurnoutInput, run: (scope: ActorScope, input) => strikeTurnout(scope, input) }),
};
