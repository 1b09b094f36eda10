import { z } from "zod";
import { NOTICE_WAYS } from "#domain/asset-transfers/notice.ts";
import { LISTING_PROCEDURES } from "#domain/asset-transfers/review.ts";
import { civilDate, email, line, once, oneOf, optionalParagraphs, orEmpty, paragraphs } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

export const codeInput = formInput(z.object({ code: line(20) }));

export const listingNoticeInput = withDates(
  ["givenOn"],
  formInput(
    z
      .object({ way: oneOf(NOTICE_WAYS), givenOn: civilDate(), email: orEmpty(email()) })
      .superRefine(({ way, email: to }, context) => {
        if (to !== null && way !== "email") context.addIssue({ code: "custom", path: ["email"], message: "email-way" });
      })
      .transform(({ email: to, ...rest }) => ({ ...rest, email: to ?? "" })),
  ),
);

export const moreTimeInput = withDates(["until"], formInput(z.object({ once: once(), until: civilDate(), why: paragraphs(1000) })));

const request = { reasons: paragraphs(10_000), procedure: oneOf(LISTING_PROCEDURES) };

export const listingReviewInput = formInput(z.object(request));

export const paperListingReviewInput = withDates(["askedOn"], formInput(z.object({ ...request, askedOn: civilDate() })));

export const listingDecisionInput = withDates(
  ["decidedOn"],
  formInput(
    z
      .object({ result: oneOf(["agreed", "refused"]), decidedOn: civilDate(), body: line(160), reasonsEn: paragraphs(5000), reasonsCy: optionalParagraphs(5000) })
      .transform(({ reasonsEn, reasonsCy, ...rest }) => ({ ...rest, reasons: { en: reasonsEn, cy: reasonsCy } })),
  ),
);
