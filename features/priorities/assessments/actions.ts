import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { assessmentInput, flagInput } from "./input.ts";
import { putAssessment, putFlag } from "./put-assessment.ts";

/** What an officer may do with assessments, by the name of the form. */
export const ASSESSMENT_ACTS: Readonly<Record<string, (scope: ActorScope, values: TypedValues) => ActionAnswer<void>>> = {
  assessment: action({ input: assessmentInput, run: (scope: ActorScope, input) => putAssessment(scope, input) }),
  flag: action({ input: flagInput, run: (scope: ActorScope, input) => putFlag(scope, input), beside: { "red-without-action": "actionEn", "unknown-target": "targetId", "in-future": "clearedOn" } }),
};
