import type { MemberScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import type { AtTransfer } from "../desk/actions.ts";
import { acknowledgeReview, askReview, enterReview } from "./ask-review.ts";
import { decideReview, noteAppeal, noteAppealOutcome } from "./decide-review.ts";
import { appealInput, appealOutcomeInput, hearingInput, nothingInput, paperReviewInput, reviewDecisionInput, reviewInput } from "./input.ts";
import { noteHearing } from "./note-hearing.ts";

const ON_ASKED = { "review-too-early": "askedOn", "review-too-late": "askedOn", "date-ahead": "askedOn" } as const;

export const requestReview = action({ input: reviewInput, run: ({ scope, slug }: { readonly scope: MemberScope; readonly slug: string }, input) => askReview(scope, slug, input) });

export const enterPaperReview = action({ input: paperReviewInput, run: ({ scope, slug }: AtTransfer, input) => enterReview(scope, slug, input), beside: ON_ASKED });

export const acknowledge = action({ input: nothingInput, run: ({ scope, slug }: AtTransfer) => acknowledgeReview(scope, slug) });

export const sayReview = action({ input: reviewDecisionInput, run: ({ scope, slug }: AtTransfer, input) => decideReview(scope, slug, input) });

export const sayHearing = action({ input: hearingInput, run: ({ scope, slug }: AtTransfer, input) => noteHearing(scope, slug, input), beside: { "date-ahead": "heldOn", "before-review": "heldOn", "after-review": "heldOn" } });

export const sayAppeal = action({
  input: appealInput,
  run: ({ scope, slug }: AtTransfer, input) => noteAppeal(scope, slug, input),
  beside: { "appeal-too-early": "appealedOn", "appeal-too-late": "appealedOn", "no-review-decision": "appealedOn", "date-ahead": "appealedOn" },
});

export const sayAppealOutcome = action({ input: appealOutcomeInput, run: ({ scope, slug }: AtTransfer, input) => noteAppealOutcome(scope, slug, input), beside: { "before-appeal": "decidedOn", "date-ahead": "decidedOn" } });
