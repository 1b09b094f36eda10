import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { decideOfferInput, makeInput, offerInput, proposeInput, tellInput, translateInput, writeInput } from "./input.ts";
import { makeMayorsBudget } from "./make-budget.ts";
import type { ElectionInView } from "#features/elections/queries.ts";
import { decideOffer, offerPromise } from "./offer-promise.ts";
import { proposePromise } from "./propose-promise.ts";
import { tellPromise } from "./tell-promise.ts";
import { translatePromise } from "./translate-promise.ts";
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
  translate: action({ input: translateInput, run: ({ scope, engagementId }: AtElection, input) => translatePromise(scope, { engagementId, ...input }) }),
  offer: action({ input: decideOfferInput, run: ({ scope, engagementId }: AtElection, input) => decideOffer(scope, { engagementId, ...input }) }),
};

export const tellOfPromise = action({ input: tellInput, run: ({ scope, engagementId }: AtElection, input) => tellPromise(scope, { engagementId, ...input }) });

/** What somebody elected does at their own promises. */
export const addOwnPromise = action({ input: offerInput, run: ({ scope, election }: { readonly scope: ActorScope; readonly election: ElectionInView }, input) => offerPromise(scope, election, input) });
