import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { explainDelay } from "./explain-delay.ts";
import { delayInput, moveInput } from "./input.ts";
import { moveTimes } from "./move-times.ts";

interface AtConsultation {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

const moveIn = (welsh: boolean) => action({ input: moveInput(welsh), run: ({ scope, engagementId }: AtConsultation, moved) => moveTimes(scope, { engagementId, ...moved }) });
const [moveEnglish, moveBoth] = [moveIn(false), moveIn(true)];

/** Moves the times of a public consultation, with the reason in the languages the council publishes in. */
export const movePublicTimes: typeof moveBoth = (at, values) => (at.scope.council.welsh ? moveBoth : moveEnglish)(at, values);

const explainIn = (welsh: boolean) =>
  action({ input: delayInput(welsh), run: ({ scope, engagementId }: AtConsultation, delay) => explainDelay(scope, { engagementId, ...delay }), beside: { "expected-past": "expectedOn" } });
const [explainEnglish, explainBoth] = [explainIn(false), explainIn(true)];

/** Says why an answer is late, in the languages the council publishes in. */
export const tellOfDelay: typeof explainBoth = (at, values) => (at.scope.council.welsh ? explainBoth : explainEnglish)(at, values);
