import { z } from "zod";
import type { TypedValues } from "#domain/basics/fault.ts";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, pounds } from "#domain/basics/fields.ts";
import { formInput, withDates, type FormInput } from "#domain/basics/form-input.ts";
import { err, ok } from "#domain/basics/result.ts";
import { PROMISE_TOLD } from "#domain/involvement/promise.ts";
import type { MakeMayorsBudget } from "./make-budget.ts";

const plain = withDates(
  ["startsOn"],
  formInput(
    z
      .object({ once: once(), titleEn: line(120), titleCy: optionalLine(120), amountPence: pounds(), startsOn: civilDate() })
      .transform(({ titleEn, titleCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy } })),
  ),
);

/** The budget's name, money and first day, and the promises that were ticked. */
export const makeInput: FormInput<Omit<MakeMayorsBudget, "engagementId">> = (values: TypedValues) => {
  const read = plain(values);
  return read.ok ? ok({ ...read.value, proposals: values["proposals"] ?? [] }) : read;
};

const promiseId = z.uuid("choose-one");
export const proposeInput = formInput(z.object({ promiseId }));

export const tellInput = formInput(
  z.object({ promiseId, told: oneOf(PROMISE_TOLD), wordsEn: optionalParagraphs(600), wordsCy: optionalParagraphs(600) }).transform(({ wordsEn, wordsCy, ...rest }) => ({ ...rest, words: { en: wordsEn, cy: wordsCy } })),
);

/** A promise of one's own, in one language or both. */
export const offerInput: FormInput<{ readonly once: string; readonly text: { readonly en: string; readonly cy: string } }> = (values) => {
  const read = formInput(z.object({ once: once(), textEn: optionalLine(300), textCy: optionalLine(300) }))(values);
  if (!read.ok) return read;
  const { textEn, textCy, ...rest } = read.value;
  return textEn + textCy === "" ? err([{ field: "textEn", code: "required" }]) : ok({ ...rest, text: { en: textEn, cy: textCy } });
};

/** A page has a form for each promise: the field is named after the promise, so that a fault stands where it was made. */
function readOwnField(values: TypedValues, field: string, schema: z.ZodType<string>): ReturnType<FormInput<string>> {
  const read = formInput(z.object({ [field]: schema }))(values);
  return read.ok ? ok(read.value[field] ?? "") : read;
}

export const translateInput: FormInput<{ readonly promiseId: string; readonly text: string }> = (values) => {
  const read = proposeInput(values);
  if (!read.ok) return read;
  const text = readOwnField(values, `translation-${read.value.promiseId}`, line(300));
  return text.ok ? ok({ ...read.value, text: text.value }) : text;
};

export const decideOfferInput: FormInput<{ readonly offerId: string; readonly answer: "take" | "decline"; readonly reason: string }> = (values) => {
  const read = formInput(z.object({ offerId: promiseId, answer: z.enum(["take", "decline"]) }))(values);
  if (!read.ok) return read;
  const reason = readOwnField(values, `reason-${read.value.offerId}`, optionalLine(300));
  return reason.ok ? ok({ ...read.value, reason: reason.value }) : reason;
};

/** A promise in one language or both. */
export const writeInput: FormInput<{ readonly once: string; readonly nominationId: string; readonly text: { readonly en: string; readonly cy: string } }> = (values) => {
  const read = formInput(z.object({ once: once(), nominationId: z.uuid("choose-one"), textEn: optionalLine(300), textCy: optionalLine(300) }))(values);
  if (!read.ok) return read;
  const { textEn, textCy, ...rest } = read.value;
  if (textEn + textCy === "") return err([{ field: "textEn", code: "required" }]);
  return ok({ ...rest, text: { en: textEn, cy: textCy } });
};
