import { z } from "zod";
import { formInput } from "#domain/basics/form-input.ts";
import { email } from "#domain/basics/fields.ts";
import { readReadableCode } from "#domain/basics/readable-code.ts";
import { RETURN_CODE_LENGTH } from "#domain/consultations/response.ts";

/** The address a copy or a link is sent to. */
export const emailInput = formInput(z.object({ email: email() }));

/** The address a link is sent to, and whether it may be written to once more before the close. */
export const linkInput = formInput(z.object({ email: email(), remind: z.string().optional() }).transform((typed) => ({ email: typed.email, remind: typed.remind !== undefined })));

export const returnCodeInput = formInput(
  z.object({
    code: z
      .string("required")
      .transform((typed) => readReadableCode(typed, RETURN_CODE_LENGTH))
      .refine((code) => code !== null, "code-unknown")
      .transform((code) => code ?? ""),
  }),
);
