import { z } from "zod";
import type { TypedValues } from "#domain/basics/fault.ts";
import { formInput } from "#domain/basics/form-input.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { decidePublication as decide, restoreDecision as restore } from "./decide-publication.ts";
import { readDecisions } from "./input.ts";

interface AtResponse {
  readonly scope: ActorScope;
  readonly consultationId: string;
  readonly responseId: string;
}

/** Publishes or withholds the answers of a response from its form. */
export const decidePublication = ({ scope, ...at }: AtResponse, answers: Answers, values: TypedValues): ActionAnswer<void> =>
  action({ input: (typed) => readDecisions(answers, typed), run: (_: null, decisions) => decide(scope, at, decisions) })(null, values);

const restoreInput = formInput(z.object({ question: z.string().max(40), step: z.coerce.number("form-expired").int().min(0).max(100_000) }).transform(({ question, step }) => ({ questionCode: question, step })));

export const restoreDecision = action({ input: restoreInput, run: ({ scope, ...at }: AtResponse, input) => restore(scope, at, input) });
