import { z } from "zod";
import { optionalParagraphs, paragraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const evidenceInput = formInput(z.object({ evidence: paragraphs(1000) }));
export const reasonInput = formInput(z.object({ reason: paragraphs(2000) }));

export const checkInput = formInput(z.object({ note: optionalParagraphs(2000) }));

/** A form that is only a button. */
export const nothingInput = formInput(z.object({}));
