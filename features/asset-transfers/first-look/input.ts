import { z } from "zod";
import { LOOK_ACTS } from "#domain/asset-transfers/sight.ts";
import { line, oneOf, optionalParagraphs, paragraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

const look = { act: oneOf(LOOK_ACTS), why: optionalParagraphs(2000) };

/** The return of a year, as it was read. */
export const returnLookInput = formInput(
  z
    .object({ ...look, year: wholeNumber(2000, 2200), version: wholeNumber(1, 1000) })
    .transform(({ why, ...rest }) => ({ ...rest, why: rest.act === "shown" ? "" : why }))
    .superRefine(({ act, why }, context) => {
      if (act === "sent-back" && why === "") context.addIssue({ code: "custom", path: ["why"], message: "required" });
    }),
);

export const lookInput = formInput(
  z
    .object(look)
    .transform(({ act, why }) => ({ act, why: act === "shown" ? "" : why }))
    .superRefine(({ act, why }, context) => {
      if (act === "sent-back" && why === "") context.addIssue({ code: "custom", path: ["why"], message: "required" });
    }),
);

export const textsInput = formInput(z.object({ organisation: line(160), summary: paragraphs(3000), gains: paragraphs(3000), funding: paragraphs(3000), declaration: paragraphs(2000) }));
