import type { TypedValues } from "#domain/basics/fault.ts";
import { ok } from "#domain/basics/result.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { enterResponse as enter, type ConsultationToEnter } from "./enter-response.ts";
import { enterResponseInput, postLettersInput } from "./input.ts";
import { openResponse as open } from "./open-response.ts";
import { postLetters as post } from "./post-letters.ts";
import { readResponse as read } from "./read-response.ts";
import { withdrawConsent as withdraw } from "./withdraw-consent.ts";

interface AtRegister {
  readonly scope: ActorScope;
  readonly at: ConsultationToEnter;
  /** What can be answered, the words of a letter among it. */
  readonly questions: readonly Question[];
}

/** Writes one response into the register from its form. */
export const enterResponse = ({ scope, at, questions }: AtRegister, values: TypedValues): ActionAnswer<{ readonly responseId: string; readonly reference: string }> =>
  action({ input: enterResponseInput(questions), run: (_: null, input) => enter(scope, at, input), beside: { "not-yet": "_received" } })(null, values);

interface AtResponse {
  readonly scope: ActorScope;
  readonly consultationId: string;
  readonly responseId: string;
}

const nothing = () => ok({});
export const readResponse = action({ input: nothing, run: ({ scope, ...at }: AtResponse) => read(scope, at) });
export const withdrawConsent = action({ input: nothing, run: ({ scope, ...at }: AtResponse) => withdraw(scope, at) });
export const postLetters = action({ input: postLettersInput, run: ({ scope, consultationId }: { readonly scope: ActorScope; readonly consultationId: string }, input) => post(scope, { consultationId, ...input }) });

/** Records that an officer opened a response that says who somebody is. */
export const openResponse = (scope: ActorScope, responseId: string): Promise<void> => open(scope, responseId);
