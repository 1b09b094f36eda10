import { z } from "zod";
import { APPEAL_OUTCOMES, HEARING_KINDS, REVIEW_OUTCOMES, REVIEW_PROCEDURES } from "#domain/asset-transfers/review.ts";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, paragraphs } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

const request = { reasons: paragraphs(10_000), procedure: oneOf(REVIEW_PROCEDURES) };

export const reviewInput = formInput(z.object(request));

export const paperReviewInput = withDates(["askedOn"], formInput(z.object({ ...request, askedOn: civilDate() })));

export const nothingInput = formInput(z.object({}));

export const reviewDecisionInput = withDates(
  ["decidedOn"],
  formInput(
    z
      .object({ body: line(160), decidedOn: civilDate(), outcome: oneOf(REVIEW_OUTCOMES), result: oneOf(["agreed", "refused"]), reasonsEn: paragraphs(5000), reasonsCy: optionalParagraphs(5000) })
      .transform(({ reasonsEn, reasonsCy, ...rest }) => ({ ...rest, reasons: { en: reasonsEn, cy: reasonsCy } })),
  ),
);

export const hearingInput = withDates(
  ["heldOn"],
  formInput(
    z
      .object({ once: once(), kind: oneOf(HEARING_KINDS), heldOn: civilDate(), place: line(160), who: paragraphs(1000), noteEn: optionalParagraphs(3000), noteCy: optionalParagraphs(3000) })
      .transform(({ noteEn, noteCy, ...rest }) => ({ ...rest, note: { en: noteEn, cy: noteCy } })),
  ),
);

/** Only the form about listed land asks whether the appeal was admitted late. */
export const appealInput = withDates(
  ["appealedOn"],
  formInput(z.object({ appealedOn: civilDate(), reference: optionalLine(80), admitted: oneOf(["no", "yes"]).optional() }).transform(({ admitted, ...rest }) => ({ ...rest, admittedLate: admitted === "yes" }))),
);

export const appealOutcomeInput = withDates(
  ["decidedOn"],
  formInput(
    z
      .object({ outcome: oneOf(APPEAL_OUTCOMES), decidedOn: civilDate(), summaryEn: paragraphs(5000), summaryCy: optionalParagraphs(5000) })
      .transform(({ summaryEn, summaryCy, ...rest }) => ({ ...rest, summary: { en: summaryEn, cy: summaryCy } })),
  ),
);
