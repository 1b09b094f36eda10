import { z } from "zod";
import { civilDate, line, oneOf, once, optionalLine, optionalParagraphs, orEmpty, paragraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { ASSESSMENT_KINDS, FLAG_COLOURS } from "#domain/priorities/assessment.ts";

const noneOrId = () => z.union([z.literal("").transform(() => null), z.uuid("choose-one")], "choose-one").default(null);

export const assessmentInput = formInput(
  z
    .object({ once: once(), kind: oneOf(ASSESSMENT_KINDS), year: wholeNumber(1990, 2200), titleEn: line(160), titleCy: optionalLine(160), narrativeEn: paragraphs(10_000), narrativeCy: optionalParagraphs(10_000), publish: oneOf(["yes", "no"]) })
    .transform(({ titleEn, titleCy, narrativeEn, narrativeCy, publish, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy }, narrative: { en: narrativeEn, cy: narrativeCy }, publish: publish === "yes" })),
);

export const flagInput = withDates(
  ["dueOn", "clearedOn"],
  formInput(
    z
      .object({
        assessmentId: z.uuid("choose-one"),
        once: once(),
        colour: oneOf(FLAG_COLOURS),
        titleEn: line(160),
        titleCy: optionalLine(160),
        evidenceEn: paragraphs(2000),
        evidenceCy: optionalParagraphs(2000),
        actionEn: optionalParagraphs(2000),
        actionCy: optionalParagraphs(2000),
        actionBy: optionalLine(160),
        dueOn: orEmpty(civilDate()),
        clearedOn: orEmpty(civilDate()),
        targetId: noneOrId(),
      })
      .transform(({ titleEn, titleCy, evidenceEn, evidenceCy, actionEn, actionCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy }, evidence: { en: evidenceEn, cy: evidenceCy }, action: { en: actionEn, cy: actionCy } })),
  ),
);
