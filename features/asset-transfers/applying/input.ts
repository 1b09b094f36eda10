import { z } from "zod";
import { BODY_KINDS, INTERESTS } from "#domain/asset-transfers/regime.ts";
import { civilDate, line, once, oneOf, optionalLine, orEmpty, paragraphs, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

const application = {
  once: once(),
  organisation: line(160),
  bodyKind: oneOf(BODY_KINDS),
  bodyNumber: optionalLine(40),
  members: wholeNumber(1, 1_000_000),
  interest: oneOf(INTERESTS),
  leaseYears: orEmpty(wholeNumber(1, 999)),
  offeredPence: orEmpty(pounds(undefined, 0)),
  summary: paragraphs(3000),
  gains: paragraphs(3000),
  funding: paragraphs(3000),
  declaration: paragraphs(2000),
};

/** A lease has a length; whatever is asked for by a registered body has its number. */
const whole = (read: { readonly interest: string; readonly leaseYears: number | null; readonly bodyKind: string; readonly bodyNumber: string }, context: z.core.$RefinementCtx): void => {
  if (read.interest === "lease" && read.leaseYears === null) context.addIssue({ code: "custom", path: ["leaseYears"], message: "required" });
  if (!["unincorporated", "parish-council"].includes(read.bodyKind) && read.bodyNumber === "") context.addIssue({ code: "custom", path: ["bodyNumber"], message: "body-number" });
};

/** What an organisation sends for itself. */
export const applicationInput = formInput(z.object({ ...application, honest: z.literal("yes", "honest") }).superRefine(whole));
export type ApplicationInput = Omit<Extract<ReturnType<typeof applicationInput>, { ok: true }>["value"], "honest">;

/** What an officer enters of an application that came on paper. */
export const paperInput = withDates(["sentOn"], formInput(z.object({ ...application, sentOn: civilDate() }).superRefine(whole)));

export const answerInput = formInput(z.object({ questionId: z.uuid("form-expired"), answer: paragraphs(4000) }));
