import { z } from "zod";
import { oneOf, optionalLine, optionalParagraphs, paragraphs, wholeNumber } from "#domain/basics/fields.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ClaimSigns } from "#domain/eligibility/claims/asking.ts";
import { ANSWER_WAYS, type AnswerWay } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { readClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { LIMIT_BOUNDS, type ClaimLimit, type ClaimLimits, type SharedPlace } from "#domain/eligibility/claims/limits.ts";
import { readCookie } from "#features/accounts/session.ts";
import { env } from "#platform/env.ts";
import { isNetwork } from "#platform/networks.ts";
import { randomToken } from "#platform/random.ts";
import { addressOf } from "#platform/rate-limit.ts";

const DEVICE = "request-device";
const DEVICE_SECONDS = 24 * 3600;

/** What a request shows of its browser and connection. */
export const signsOf = (request: Request): ClaimSigns => ({ device: readDevice(request), address: addressOf(request) });

const readDevice = (request: Request): string | null => {
  const value = readCookie(request, DEVICE);
  return value !== null && /^[\w-]{16,64}$/.test(value) ? value : null;
};

/** The cookie a browser gets when it first asks, for a day; none where it has one. Only ever compared with itself. */
export function deviceCookie(request: Request): readonly string[] {
  if (readDevice(request) !== null) return [];
  return [`${DEVICE}=${randomToken(16)}; Path=/; Max-Age=${DEVICE_SECONDS}; HttpOnly; SameSite=Lax${env().BASE_URL.startsWith("https:") ? "; Secure" : ""}`];
}

export interface ClaimAnswer {
  readonly answerWay: AnswerWay;
  readonly answer: string;
  readonly phone: string;
}

/** What somebody whose request is held says: in writing, or that they would be phoned, or that they come. */
export const answerInput: FormInput<ClaimAnswer> = (values) => {
  const read = withWay(values);
  if (!read.ok) return read;
  const { answerWay, answer, phone } = read.value;
  if (answerWay === "write" && answer === "") return err([{ field: "answer", code: "required" }]);
  if (answerWay === "call") {
    if (phone === "") return err([{ field: "phone", code: "required" }]);
    if (!/^\+?\d{10,15}$/.test(phone.replace(/[\s().-]/g, ""))) return err([{ field: "phone", code: "phone-number" }]);
  }
  return read;
};

const withWay: FormInput<ClaimAnswer> = formInput(z.object({ answerWay: oneOf(ANSWER_WAYS), answer: optionalParagraphs(2000), phone: optionalLine(30) }));

export const appealInput = formInput(z.object({ appeal: paragraphs(2000) }));

/** A reference as somebody types it. */
export const findInput = formInput(
  z.object({
    reference: z
      .string("required")
      .max(100, "claim-reference")
      .refine((typed) => typed.trim() !== "", { error: "required", abort: true })
      .transform((typed, context) => {
        const reference = readClaimReference(typed);
        if (reference !== null) return reference;
        context.addIssue({ code: "custom", message: "claim-reference" });
        return z.NEVER;
      }),
  }),
);

const chosen = z.array(z.string().max(20)).transform((all) => [...new Set(all.flatMap((each) => readClaimReference(each) ?? []))]).pipe(z.array(z.string()).min(1, "required").max(200, "required"));

/** Requests ticked in the list. */
export const chosenInput = formInput(z.object({ claim: chosen }), ["claim"]);

export const againstInput = formInput(z.object({ claim: chosen, reason: paragraphs(1000) }), ["claim"]);

export const hearingInput: FormInput<{ readonly hearing: "allow" | "uphold"; readonly reason: string }> = (values) => {
  const read = formInput(z.object({ hearing: oneOf(["allow", "uphold"]), reason: optionalParagraphs(1000) }))(values);
  if (read.ok && read.value.hearing === "uphold" && read.value.reason === "") return err([{ field: "reason", code: "required" }]);
  return read;
};

const limit = (name: ClaimLimit) => wholeNumber(LIMIT_BOUNDS[name].min, LIMIT_BOUNDS[name].max);

const limitsForm = formInput(
  z.object({
    perDevice: limit("perDevice"),
    perHousehold: limit("perHousehold"),
    perPostcode: limit("perPostcode"),
    perNetwork: limit("perNetwork"),
    wrongCodes: limit("wrongCodes"),
    perDay: limit("perDay"),
    places: optionalParagraphs(5000).transform((text, context) => {
      const places = readPlaces(text);
      if (places !== null) return places;
      context.addIssue({ code: "custom", message: "network" });
      return z.NEVER;
    }),
  }),
);

export interface NewLimits {
  readonly limits: ClaimLimits;
  readonly sharedPlaces: readonly SharedPlace[];
}

export function limitsInput(values: TypedValues): Result<NewLimits, readonly { readonly field: string; readonly code: string }[]> {
  const read = limitsForm(values);
  if (!read.ok) return read;
  const { places, ...limits } = read.value;
  return { ok: true, value: { limits, sharedPlaces: places } };
}

/** "Central Library 203.0.113.0/28" on each line; null where a line is not that. */
function readPlaces(text: string): readonly SharedPlace[] | null {
  const places: SharedPlace[] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const at = line.search(/\s+\S+$/);
    const [name, network] = at === -1 ? ["", line] : [line.slice(0, at).trim(), line.slice(at).trim()];
    if (name === "" || !isNetwork(network)) return null;
    places.push({ name, network });
  }
  return places;
}
