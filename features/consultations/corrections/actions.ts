import type { TypedValues } from "#domain/basics/fault.ts";
import type { CorrectionState } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { correctResponse as correct, type ResponseToCorrect } from "./correct-response.ts";
import { decideCorrection as decide } from "./decide-correction.ts";
import { correctResponseInput, decideCorrectionInput } from "./input.ts";

interface AtResponse extends ResponseToCorrect {
  readonly scope: ActorScope;
}

/** Corrects a response from its form. */
export const correctResponse = ({ scope, questions, ...at }: AtResponse & { readonly questions: readonly Question[] }, values: TypedValues): ActionAnswer<{ readonly state: CorrectionState }> =>
  action({ input: correctResponseInput(questions), run: (_: null, input) => correct(scope, at, input), beside: { "not-yet": "_received", "not-wider": "_publish" } })(null, values);

export const decideCorrection = action({ input: decideCorrectionInput, run: ({ scope, ...at }: AtResponse, input) => decide(scope, at, input) });
