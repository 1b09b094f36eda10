import { z } from "zod";
import { CRITERIA, MOST_POINTS, type Criterion, type Scores } from "#domain/asset-transfers/scoring.ts";
import { TRANSFER_STAGES } from "#domain/asset-transfers/stage.ts";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, paragraphs, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

export const stageInput = withDates(
  ["reachedOn"],
  formInput(z.object({ stage: oneOf(TRANSFER_STAGES), reachedOn: civilDate(), noteEn: optionalLine(400), noteCy: optionalLine(400) }).transform(({ noteEn, noteCy, ...rest }) => ({ ...rest, note: { en: noteEn, cy: noteCy } }))),
);

export const identityInput = formInput(z.object({ way: oneOf(["documents-seen", "one-login-p2"]) }));

export const noticeInput = withDates(["firstOn", "secondOn"], formInput(z.object({ newspaper: line(160), firstOn: civilDate(), secondOn: civilDate() })));

export const questionInput = formInput(z.object({ once: once(), text: paragraphs(2000) }));

const points = Object.fromEntries(CRITERIA.map((criterion) => [criterion, wholeNumber(0, MOST_POINTS)])) as Record<Criterion, ReturnType<typeof wholeNumber>>;
const scoresOf = (read: Scores): Scores => Object.fromEntries(CRITERIA.map((criterion) => [criterion, read[criterion]])) as Scores;

export const scoreInput = formInput(z.object({ ...points, why: paragraphs(3000) }).transform((read) => ({ scores: scoresOf(read), why: read.why })));

export const moderationInput = formInput(
  z.object({ ...points, whyEn: paragraphs(2000), whyCy: optionalParagraphs(2000) }).transform((read) => ({ scores: scoresOf(read), why: { en: read.whyEn, cy: read.whyCy } })),
);

export const decisionInput = withDates(
  ["decidedOn"],
  formInput(
    z
      .object({
        outcome: oneOf(["agreed", "refused"]),
        decidedOn: civilDate(),
        unrestrictedPence: orEmpty(pounds(undefined, 0)),
        pricePence: orEmpty(pounds(undefined, 0)),
        consentReference: optionalLine(80),
        reasonsEn: paragraphs(3000),
        reasonsCy: optionalParagraphs(3000),
      })
      .transform(({ reasonsEn, reasonsCy, ...rest }) => ({ ...rest, reasons: { en: reasonsEn, cy: reasonsCy } })),
  ),
);
