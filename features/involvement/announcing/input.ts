import { z } from "zod";
import { optionalParagraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const announceInput = formInput(
  z
    .object({ noteEn: optionalParagraphs(2000), noteCy: optionalParagraphs(2000), sure: z.literal("yes", "sure") })
    .transform(({ noteEn, noteCy }) => ({ note: { en: noteEn, cy: noteCy } })),
);
