import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { answerEquality, type HasTakenPart } from "./answer-equality.ts";
import { equalityInput, evaluationInput } from "./input.ts";
import { writeEvaluation } from "./write-evaluation.ts";

export const saveEvaluation = action({
  input: evaluationInput,
  run: ({ scope, engagementId }: { readonly scope: ActorScope; readonly engagementId: string }, input) => writeEvaluation(scope, { engagementId, ...input }),
});

export const saveEquality = action({ input: equalityInput, run: (who: HasTakenPart, answers) => answerEquality(who, answers) });
