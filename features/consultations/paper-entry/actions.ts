import type { TypedValues } from "#domain/basics/fault.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { readKeyedPaper } from "#features/consultations/register/input.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { openBatchInput } from "./input.ts";
import { keyPaper as key, type Keyed } from "./key-paper.ts";
import { openBatch as open } from "./open-batch.ts";

interface AtConsultation {
  readonly scope: ActorScope;
  readonly consultationId: string;
}

export const openBatch = action({ input: openBatchInput, run: ({ scope, consultationId }: AtConsultation, input) => open(scope, consultationId, input), beside: { "not-yet": "receivedOn", "name-taken": "name" } });

interface AtPaper extends AtConsultation {
  readonly batchId: string;
  readonly paper: number;
  readonly questions: readonly Question[];
}

/** Writes in one paper of a bundle from its form. */
export const keyPaper = ({ scope, questions, ...at }: AtPaper, values: TypedValues): ActionAnswer<Keyed> =>
  action({ input: (typed) => readKeyedPaper(questions, typed), run: (_: null, document) => key(scope, { ...at, document, settles: values["_settles"] !== undefined }) })(null, values);
