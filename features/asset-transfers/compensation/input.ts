import { z } from "zod";
import { CLAIM_PARTS, CLAIM_ROUNDS, type ClaimPart, type PartClaimed } from "#domain/asset-transfers/compensation.ts";
import { APPEAL_OUTCOMES } from "#domain/asset-transfers/review.ts";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, paragraphs, pounds } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

/** The fields of each part of a claim. */
export const FIELDS_OF = {
  delay: { amount: "delayPence", endedOn: "delayEndedOn", what: "delayWhat", file: "delayFile" },
  "legal-costs": { amount: "legalPence", endedOn: "legalEndedOn", what: "legalWhat", file: "legalFile" },
  other: { amount: "otherPence", endedOn: "otherEndedOn", what: "otherWhat", file: "otherFile" },
} as const satisfies Record<ClaimPart, Record<"amount" | "endedOn" | "what" | "file", string>>;

export const CLAIM_DATES = CLAIM_PARTS.map((part) => FIELDS_OF[part].endedOn);

const money = () => orEmpty(pounds(100_000_000_00));
const day = () => orEmpty(civilDate());
const words = () => optionalParagraphs(3000);

const claim = {
  once: once(),
  publicBody: oneOf(["no", "yes"]),
  delayPence: money(),
  delayEndedOn: day(),
  delayWhat: words(),
  legalPence: money(),
  legalEndedOn: day(),
  legalWhat: words(),
  otherPence: money(),
  otherEndedOn: day(),
  otherWhat: words(),
};

type Claim = z.infer<z.ZodObject<typeof claim>>;

/** The parts that were filled in; of one that was begun everything is asked for. */
function partsOf(read: Claim, context: z.RefinementCtx): readonly (PartClaimed & { readonly what: string })[] {
  return CLAIM_PARTS.flatMap((part) => {
    const fields = FIELDS_OF[part];
    const [amountPence, endedOn, what] = [read[fields.amount], read[fields.endedOn], read[fields.what]];
    if (amountPence === null && endedOn === null && what === "") return [];
    if (amountPence === null) context.addIssue({ code: "custom", path: [fields.amount], message: "required" });
    if (endedOn === null) context.addIssue({ code: "custom", path: [fields.endedOn], message: "required" });
    if (what === "") context.addIssue({ code: "custom", path: [fields.what], message: "required" });
    return [{ part, amountPence: amountPence ?? 0, endedOn: endedOn ?? "", what }];
  });
}

const claimOf = (read: Claim, context: z.RefinementCtx) => ({ once: read.once, publicBody: read.publicBody === "yes", parts: partsOf(read, context) });

export const claimInput = withDates(CLAIM_DATES, formInput(z.object(claim).transform(claimOf)));

export const paperClaimInput = withDates(
  [...CLAIM_DATES, "claimedOn"],
  formInput(z.object({ ...claim, claimedOn: civilDate(), letter: line(200) }).transform(({ claimedOn, letter, ...read }, context) => ({ ...claimOf(read, context), claimedOn, letter }))),
);

export const claimOfficerInput = formInput(z.object({ round: oneOf(CLAIM_ROUNDS), personId: z.uuid("choose-one") }));

export const claimDecisionInput = withDates(["decidedOn", "heardOn"], formInput(z.object({ amountPence: pounds(undefined, 0), decidedOn: civilDate(), post: line(160), reasons: paragraphs(5000), heardOn: orEmpty(civilDate()) })));

const review = { reasons: paragraphs(10_000), hearing: oneOf(["no", "yes"]) };

export const claimReviewInput = formInput(z.object(review).transform(({ hearing, ...rest }) => ({ ...rest, hearing: hearing === "yes" })));

export const paperClaimReviewInput = withDates(
  ["askedOn"],
  formInput(z.object({ ...review, askedOn: civilDate(), letter: line(200), late: oneOf(["no", "yes"]) }).transform(({ hearing, late, ...rest }) => ({ ...rest, hearing: hearing === "yes", late: late === "yes" }))),
);

export const claimAppealInput = withDates(
  ["appealedOn"],
  formInput(z.object({ appealedOn: civilDate(), reference: optionalLine(80), admitted: oneOf(["no", "yes"]) }).transform(({ admitted, ...rest }) => ({ ...rest, admittedLate: admitted === "yes" }))),
);

export const claimAppealEndInput = withDates(["endedOn"], formInput(z.object({ outcome: oneOf(APPEAL_OUTCOMES), endedOn: civilDate(), amountPence: orEmpty(pounds(undefined, 0)) })));
