import { z } from "zod";
import { oneOf, optionalParagraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { PHASES } from "#domain/budgeting/phase.ts";

const moved = z
  .object({ to: oneOf(PHASES), becauseEn: optionalParagraphs(500), becauseCy: optionalParagraphs(500) })
  .transform(({ to, becauseEn, becauseCy }) => ({ to, because: { en: becauseEn, cy: becauseCy } }))
  .refine(({ because }) => because.en !== "" || because.cy !== "", { path: ["becauseEn"], message: "required" });
export const switchInput = formInput(moved);

/** A form that is only a button. */
export const nothingInput = formInput(z.object({}));
