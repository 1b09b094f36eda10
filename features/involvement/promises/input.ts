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

/** A promise in one language or both. */
export const writeInput: FormInput<{ readonly once: string; readonly nominationId: string; readonly text: { readonly en: string; readonly cy: string } }> = (values) => {
  const read = formInput(z.object({ once: once(), nominationId: z.uuid("choose-one"), textEn: optionalLine(300), textCy: optionalLine(300) }))(values);
  if (!read.ok) return read;
  const { textEn, textCy, ...rest } = read.value;
  if (textEn + textCy === "") return err([{ field: "textEn", code: "required" }]);
  return ok({ ...rest, text: { en: textEn, cy: textCy } });
};
