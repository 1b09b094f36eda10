import { z } from "zod";
import { line, oneOf } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

/** For how many days a preview may be shared. */
export const PREVIEW_DAYS = ["7", "30", "90"] as const;

export const shareInput = formInput(z.object({ madeFor: line(120), days: oneOf(PREVIEW_DAYS).transform(Number) }));
export const withdrawInput = formInput(z.object({ withdraw: z.uuid() }));
