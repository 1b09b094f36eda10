import type { ActorScope } from "#domain/councils/scope.ts";
import { takeAnswers as take, type AnswerFileForm } from "./take-answers.ts";

/** Records that an officer takes a file of all answers, before it is begun. */
export const takeAnswers = (scope: ActorScope, consultationId: string, form: AnswerFileForm): Promise<void> => take(scope, consultationId, form);
