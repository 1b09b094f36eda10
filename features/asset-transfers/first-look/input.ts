import { z } from "zod";
import { LOOK_ACTS } from "#domain/asset-transfers/sight.ts";
import { line, oneOf, optionalParagraphs, paragraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const lookInput = formInput(
  z
    .object({ act: oneOf(LOOK_ACTS), why: optionalParagraphs(2000) })
    .transform(({ act, why }) => ({ act, why: act === "shown" ? "" : why }))
    .superRefine(({ act, why }, context) => {
      if (act === "sent-back" && why === "") context.addIssue({ code: "custom", path: ["why"], message: "required" });
    }),
);

export const textsInput = formInput(z.object({ organisation: line(160), summary: paragraphs(3000), gains: paragraphs(3000), funding: paragraphs(3000), declaration: paragraphs(2000) }));
