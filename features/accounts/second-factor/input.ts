import { z } from "zod";
import { readAuthenticatorCode } from "#domain/accounts/authenticator.ts";
import { RECOVERY_CODES } from "#domain/accounts/recovery-codes.ts";
import { optionalLine } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { readableCode } from "#features/accounts/input.ts";

export interface AppCode {
  readonly code: string;
}

const appCode = () =>
  z
    .string("required")
    .max(200, "app-code")
    .refine((given) => given.trim() !== "", { error: "required", abort: true })
    .transform((given, context) => {
      const code = readAuthenticatorCode(given);
      if (code !== null) return code;
      context.addIssue({ code: "custom", message: "app-code" });
      return z.NEVER;
    });

export const appCodeInput = formInput(z.object({ code: appCode() }) satisfies z.ZodType<AppCode>);

export interface RecoveryCode {
  readonly recovery: string;
}

export const recoveryCodeInput = formInput(z.object({ recovery: readableCode(RECOVERY_CODES.length, "recovery-code") }) satisfies z.ZodType<RecoveryCode>);

/** What the browser's authenticator answered; looked into by the library that checks it. */
export interface PasskeyAnswer {
  readonly challenge: string;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly name: string;
}

const json = z.string("passkey-failed").max(50_000, "passkey-failed").transform((text, context) => {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "passkey-failed" });
    return z.NEVER;
  }
});

export const passkeyAnswerInput = formInput(
  z.object({ challenge: z.uuid("passkey-failed"), answer: json, name: optionalLine(60) }) satisfies z.ZodType<PasskeyAnswer>,
);

export interface FactorToRemove {
  /** "app" or the id of a passkey. */
  readonly factor: string;
}

export const factorInput = formInput(z.object({ factor: z.union([z.literal("app"), z.uuid("not-understood")]) }) satisfies z.ZodType<FactorToRemove>);
