import { z } from "zod";
import { civilDate, oneOf, once, paragraphs } from "#domain/basics/fields.ts";
import { formInput, withDates, type FormInput } from "#domain/basics/form-input.ts";
import { err, ok } from "#domain/basics/result.ts";
import { MOST_CORRECTION_REASON } from "#domain/consultations/register/correction.ts";
import { OFFICE_CHANNELS } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { contactFields, contactOf, readKeyedPaper } from "#features/consultations/register/input.ts";
import type { CorrectResponseInput } from "./correct-response.ts";

const about = withDates(
  ["_received"],
  formInput(z.object({ _once: once(), _seen: z.coerce.number("form-expired").int("form-expired").min(0, "form-expired"), _channel: oneOf(OFFICE_CHANNELS), _received: civilDate(), ...contactFields, _reason: paragraphs(MOST_CORRECTION_REASON) })),
);

/** Reads the form that corrects one response. */
export const correctResponseInput =
  (questions: readonly Question[]): FormInput<CorrectResponseInput> =>
  (values) => {
    const [came, paper] = [about(values), readKeyedPaper(questions, values)];
    if (!came.ok || !paper.ok) return err([...(came.ok ? [] : came.error), ...(paper.ok ? [] : paper.error)]);
    const { _once, _seen, _channel, _received, _reason } = came.value;
    return ok({ once: _once, seen: _seen, reason: _reason, after: { ...paper.value, channel: _channel, receivedOn: _received, contact: contactOf(came.value) } });
  };

export const decideCorrectionInput = formInput(z.object({ correction: z.uuid("form-expired"), do: z.enum(["confirm", "decline"], "form-expired") }).transform(({ correction, do: what }) => ({ correctionId: correction, confirms: what === "confirm" })));
