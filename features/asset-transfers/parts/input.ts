import { z } from "zod";
import { TRANSFER_PARTS } from "#domain/asset-transfers/part.ts";
import { oneOf, optionalParagraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const partInput = formInput(z.object({ personId: z.uuid("choose-one"), part: oneOf(TRANSFER_PARTS) }));

export const endPartInput = formInput(z.object({ partId: z.uuid("choose-one") }));

export const interestInput = formInput(
  z
    .object({ interested: oneOf(["yes", "no"]), what: optionalParagraphs(2000) })
    .transform(({ interested, what }) => ({ interested: interested === "yes", what }))
    .superRefine(({ interested, what }, context) => {
      if (interested && what === "") context.addIssue({ code: "custom", path: ["what"], message: "required" });
    }),
);
