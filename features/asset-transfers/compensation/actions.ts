import { CLAIM_PARTS, type ClaimPart } from "#domain/asset-transfers/compensation.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import type { PostedDocument } from "../applying/actions.ts";
import type { AtTransfer } from "../desk/actions.ts";
import { claimCompensation, enterClaim, type Evidence } from "./claim-compensation.ts";
import { askClaimOfficer, askClaimReview, decideClaim, endClaimAppeal, enterClaimReview, noteClaimAppeal, type AtClaim } from "./decide-claim.ts";
import { claimAppealEndInput, claimAppealInput, claimDecisionInput, claimInput, claimOfficerInput, claimReviewInput, FIELDS_OF, paperClaimInput, paperClaimReviewInput } from "./input.ts";

/** What is sent holds large files, so nobody sends many in a day. */
const CLAIMS_A_DAY = 5;

/** The owner's claim with a file for each part of it. */
export async function sendClaim({ scope, slug }: { readonly scope: MemberScope; readonly slug: string }, { values, files }: PostedDocument): Promise<Result<void, RefusedForm>> {
  const tooLarge = CLAIM_PARTS.find((part) => files[FIELDS_OF[part].file] === null);
  if (tooLarge !== undefined) return err({ values, faults: [{ field: FIELDS_OF[tooLarge].file, code: "file-too-large" }] });
  const given = CLAIM_PARTS.flatMap((part): readonly [ClaimPart, Evidence][] => {
    const content = files[FIELDS_OF[part].file];
    return content ? [[part, { name: (content as Buffer & { readonly fileName?: string }).fileName ?? "", content }]] : [];
  });
  const read = claimInput(values);
  if (!read.ok) return err({ values, faults: read.error });
  // A file alone says nothing of what is claimed with it.
  const alone = given.find(([part]) => !read.value.parts.some((each) => each.part === part));
  if (alone) return err({ values, faults: [{ field: FIELDS_OF[alone[0]].amount, code: "required" }] });
  if (!(await withinLimit(`listing-claim:${scope.actor.personId}`, CLAIMS_A_DAY, 86_400))) return err({ values, faults: [{ field: "", code: "too-often" }] });
  const sent = await claimCompensation(scope, slug, read.value, Object.fromEntries(given));
  return sent.ok ? sent : err({ values, faults: [sent.error] });
}

export const enterPaperClaim = action({ input: paperClaimInput, run: ({ scope, slug }: AtTransfer, input) => enterClaim(scope, slug, input) });

export const askToDecide = action({ input: claimOfficerInput, run: (at: AtClaim, input) => askClaimOfficer(at, input), beside: { "role-missing": "personId", "own-claim": "personId", "decided-first": "personId" } });

export const sayFirst = action({ input: claimDecisionInput, run: (at: AtClaim, input) => decideClaim(at, "first", { ...input, heardOn: null }) });

export const sayReviewed = action({ input: claimDecisionInput, run: (at: AtClaim, input) => decideClaim(at, "review", input) });

export const askForReview = action({ input: claimReviewInput, run: (at: AtClaim<MemberScope>, input) => askClaimReview(at, input) });

export const enterPaperClaimReview = action({ input: paperClaimReviewInput, run: (at: AtClaim, input) => enterClaimReview(at, input), beside: { "claim-review-too-late": "askedOn", "before-decision": "askedOn", "date-ahead": "askedOn" } });

export const sayClaimAppeal = action({ input: claimAppealInput, run: (at: AtClaim, input) => noteClaimAppeal(at, input), beside: { "before-decision": "appealedOn", "tribunal-too-late": "appealedOn", "date-ahead": "appealedOn" } });

export const sayClaimAppealEnd = action({ input: claimAppealEndInput, run: (at: AtClaim, input) => endClaimAppeal(at, input), beside: { "before-appeal": "endedOn", "date-ahead": "endedOn" } });
