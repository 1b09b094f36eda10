import { listingOutcome } from "#domain/asset-transfers/review.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import type { AtTransfer } from "../desk/actions.ts";
import { answerListingTime, proposeListingTime } from "../longer-time/agree-time.ts";
import { answerTimeInput, proposalInput } from "../longer-time/input.ts";
import { askListingReview, enterReview } from "../reviewing/ask-review.ts";
import { decideReview } from "../reviewing/decide-review.ts";
import { nothingInput } from "../reviewing/input.ts";
import { claimListing, endOwner } from "./claim-listing.ts";
import { codeInput, listingDecisionInput, listingNoticeInput, listingReviewInput, moreTimeInput, paperListingReviewInput } from "./input.ts";
import { allowMoreTime, noteListingNotice } from "./note-listing.ts";

interface Own {
  readonly scope: MemberScope;
  readonly slug: string;
}

export const openWithCode = action({ input: codeInput, run: ({ scope, slug }: Own, input) => claimListing(scope, slug, input), beside: { "code-wrong": "code", "code-used": "code" } });

export const askAsOwner = action({ input: listingReviewInput, run: ({ scope, slug }: Own, input) => askListingReview(scope, slug, input) });

export const askOwnerTime = action({ input: proposalInput, run: ({ scope, slug }: Own, input) => proposeListingTime(scope, slug, input), beside: { "not-longer": "until" } });

export const sayOwnerTime = action({ input: answerTimeInput, run: ({ scope, slug }: Own, input) => answerListingTime(scope, slug, input) });

export const tellOwnerOfListing = action({ input: listingNoticeInput, run: ({ scope, slug }: AtTransfer, input) => noteListingNotice(scope, slug, input), beside: { "date-ahead": "givenOn", "before-listing": "givenOn", "sent-today": "givenOn" } });

export const allowTime = action({ input: moreTimeInput, run: ({ scope, slug }: AtTransfer, input) => allowMoreTime(scope, slug, input), beside: { "not-longer": "until" } });

export const closeToOwner = action({ input: nothingInput, run: ({ scope, slug }: AtTransfer) => endOwner(scope, slug) });

export const enterPaperListingReview = action({ input: paperListingReviewInput, run: ({ scope, slug }: AtTransfer, input) => enterReview(scope, slug, input), beside: { "review-too-early": "askedOn", "listing-too-late": "askedOn", "date-ahead": "askedOn" } });

export const sayListingReview = action({ input: listingDecisionInput, run: ({ scope, slug }: AtTransfer, input) => decideReview(scope, slug, { ...input, outcome: listingOutcome(input.result) }) });
