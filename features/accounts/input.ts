import { z } from "zod";
import { returnAddress } from "#domain/accounts/return-address.ts";
import { SIGN_IN_CODE } from "#domain/accounts/sign-in-code.ts";
import { LOCALES } from "#domain/basics/bilingual.ts";
import { email, oneOf, optionalLine } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { readReadableCode } from "#domain/basics/readable-code.ts";

/** Where to go afterwards; empty when nothing usable was asked for. */
const next = () =>
  z
    .string()
    .default("")
    .transform((given) => returnAddress(given, ""));

/** `guest` changes the words only: somebody who is here to vote rather than to have an account. */
const as = () =>
  z
    .string()
    .default("")
    .transform((given): "guest" | "" => (given === "guest" ? "guest" : ""));

/** Null where the text is not a code of that length; the message then says what one looks like. */
export const readableCode = (length: number, message: string) =>
  z
    .string("required")
    .max(200, message)
    .refine((given) => given.trim() !== "", { error: "required", abort: true })
    .transform((given, context) => {
      const code = readReadableCode(given, length);
      if (code !== null) return code;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });

export interface AskForCode {
  readonly email: string;
  readonly next: string;
  readonly as: "guest" | "";
}

export interface GiveCode extends AskForCode {
  readonly code: string;
}

export const askForCodeInput = formInput(z.object({ email: email(), next: next(), as: as() }) satisfies z.ZodType<AskForCode>);

export const giveCodeInput = formInput(
  z.object({ email: email(), code: readableCode(SIGN_IN_CODE.length, "sign-in-code"), next: next(), as: as() }) satisfies z.ZodType<GiveCode>,
);

export interface ChangeAccount {
  readonly name: string;
  readonly locale: "en" | "cy";
}

export const changeAccountInput = formInput(z.object({ name: optionalLine(100), locale: oneOf(LOCALES) }) satisfies z.ZodType<ChangeAccount>);

export const deleteAccountInput = formInput(z.object({ sure: z.literal("yes", "not-sure") }));
