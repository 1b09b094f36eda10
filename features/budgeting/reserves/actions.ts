import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { answerInput, offerInput } from "./input.ts";
import { answerOffer, offerReserve } from "./offer-reserve.ts";

export const makeOffer = action({ input: offerInput, run: (scope: ActorScope, input) => offerReserve(scope, input) });
export const saveAnswer = action({ input: answerInput, run: (scope: ActorScope, input) => answerOffer(scope, input), beside: { "choose-one": "answer" } });
