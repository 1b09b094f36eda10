import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { answerQuestion } from "./answer-question.ts";
import { askQuestion } from "./ask-question.ts";
import { answerInput, cancelInput, eventInput, moderateInput, questionInput } from "./input.ts";
import { moderateAnswer, moderateQuestion } from "./moderate.ts";
import { cancelEvent, saveEvent } from "./save-event.ts";

interface AtElection {
  readonly scope: ActorScope;
  readonly electionId: string;
}

/** For the event of a page's address, or a new one where it is null. */
export const keepEvent = action({ input: eventInput, run: ({ scope, electionId, eventId }: AtElection & { readonly eventId: string | null }, { once, ...event }) => saveEvent(scope, { ...event, electionId, id: eventId ?? once, isNew: eventId === null }) });
export const callOff = action({ input: cancelInput, run: ({ scope, electionId, eventId }: AtElection & { readonly eventId: string }, { reason }) => cancelEvent(scope, { electionId, id: eventId, reason }) });

export const ask = action({ input: questionInput, run: ({ scope, electionId }: AtElection, { contest, ...input }) => askQuestion(scope, { electionId, contestId: contest, ...input }) });
export const answer = action({ input: answerInput, run: ({ scope, electionId }: AtElection, input) => answerQuestion(scope, { electionId, ...input }) });

export const moderate = action({
  input: moderateInput,
  run: ({ scope, ...at }: AtElection & { readonly title: BilingualText; readonly slug: string }, { what, ...input }) => (what === "question" ? moderateQuestion : moderateAnswer)(scope, { ...at, ...input }),
});
