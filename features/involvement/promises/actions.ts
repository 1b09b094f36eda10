import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { makeInput, proposeInput, tellInput, writeInput } from "./input.ts";
import { makeMayorsBudget } from "./make-budget.ts";
import { proposePromise } from "./propose-promise.ts";
import { tellPromise } from "./tell-promise.ts";
import { writePromise } from "./write-promise.ts";

interface AtElection {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

/** What an officer may do at the promises of those elected, by the name of the form. */
export const PROMISE_ACTS: Readonly<Record<string, (at: AtElection, values: TypedValues) => ActionAnswer<unknown>>> = {
  make: action({ input: makeInput, run: ({ scope, engagementId }: AtElection, input) => makeMayorsBudget(scope, { engagementId, ...input }) }),
  propose: action({ input: proposeInput, run: ({ scope, engagementId }: AtElection, input) => proposePromise(scope, { engagementId, ...input }) }),
  write: action({ input: writeInput, run: ({ scope, engagementId }: AtElection, input) => writePromise(scope, { engagementId, ...input }) }),
};

export const tellOfPromise = action({ input: tellInput, run: ({ scope, engagementId }: AtElection, input) => tellPromise(scope, { engagementId, ...input }) });
