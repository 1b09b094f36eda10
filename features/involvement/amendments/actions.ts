import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { decideAmendment } from "./decide-amendment.ts";
import { amendmentAnswerInput, amendmentInput } from "./input.ts";
import { proposeAmendment } from "./propose-amendment.ts";

interface AtVote {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

const proposeIn = (welsh: boolean) =>
  action({
    input: amendmentInput(welsh),
    run: ({ scope, engagementId }: AtVote, proposal) => proposeAmendment(scope, { engagementId, ...proposal }),
    beside: { "closes-earlier": "closesOn", "closes-after-results": "closesOn" },
  });
const [proposeEnglish, proposeBoth] = [proposeIn(false), proposeIn(true)];

/** Proposes a change of the rules in the languages the council publishes in. */
export const proposeChange: typeof proposeBoth = (at, values) => (at.scope.council.welsh ? proposeBoth : proposeEnglish)(at, values);

/** A second person makes it or turns it down; the first can take it back. */
export const answerChange = action({
  input: amendmentAnswerInput,
  run: ({ scope, engagementId }: AtVote, { amendment, answer }) => decideAmendment(scope, { engagementId, amendmentId: amendment, answer }),
});
