import { z } from "zod";
import { LOCALES } from "#domain/basics/bilingual.ts";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { civilDate, email, oneOf, once, optionalLine, optionalParagraphs, orEmpty } from "#domain/basics/fields.ts";
import { formInput, withDates, type FormInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ResponseContact } from "#domain/consultations/register/correction.ts";
import type { KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import { readPaper } from "#domain/consultations/register/read-paper.ts";
import { LETTER_OCCASIONS, OFFICE_CHANNELS, RESPONDENT_KINDS } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { EnterResponseInput } from "./enter-response.ts";

/*
 * Fields that are no question's begin with an underscore, which no question's code may hold.
 */

const about = formInput(
  z.object({
    _respondent: z.enum(RESPONDENT_KINDS).default("person"),
    _organisation: optionalLine(200),
    _language: z.enum(LOCALES).default("en"),
    _publish: z.enum(["yes", "no", "not-asked"]).default("not-asked"),
  }),
);

/** Reads what was written in of one paper: what is known about it, and its answers. */
export function readKeyedPaper(questions: readonly Question[], values: TypedValues): Result<KeyedPaper, readonly Fault[]> {
  const head = about(values);
  const answers = readPaper(questions, values);
  const faults = [...(head.ok ? [] : head.error), ...(answers.ok ? [] : answers.error)];
  if (head.ok && head.value._respondent === "organisation" && head.value._organisation === "") faults.push({ field: "_organisation", code: "organisation-missing" });
  if (!head.ok || !answers.ok || faults.length > 0) return err(faults);
  const { _respondent: respondent, _organisation, _language: language, _publish: publishConsent } = head.value;
  return ok({ respondent, organisationName: respondent === "organisation" ? _organisation : "", language, publishConsent, answers: answers.value });
}

/** Whom to write to, as a form has it. */
export const contactFields = { _name: optionalLine(200), _email: orEmpty(email()), _address: optionalParagraphs(500), _tell: z.string().default("") };

/** What `contactFields` hold; null where nobody is to be written to. */
export const contactOf = ({ _name: name, _email, _address: address, _tell }: { readonly [field in keyof typeof contactFields]: z.output<(typeof contactFields)[field]> }): ResponseContact | null =>
  name === "" && (_email ?? "") === "" && address === "" ? null : { name, email: _email ?? "", address, tellResults: _tell !== "" };

const arrival = withDates(
  ["_received"],
  formInput(
    z.object({
      _once: once(),
      _channel: oneOf(OFFICE_CHANNELS),
      _received: civilDate(),
      ...contactFields,
    }),
  ),
);

/** Reads the form by which one response is written into the register. */
export const enterResponseInput =
  (questions: readonly Question[]): FormInput<EnterResponseInput> =>
  (values) => {
    const [came, paper] = [arrival(values), readKeyedPaper(questions, values)];
    if (!came.ok || !paper.ok) return err([...(came.ok ? [] : came.error), ...(paper.ok ? [] : paper.error)]);
    const { _once, _channel, _received } = came.value;
    return ok({ once: _once, channel: _channel, receivedOn: _received, paper: paper.value, contact: contactOf(came.value) });
  };

export const removeScanInput = formInput(z.object({ scan: z.uuid("form-expired") }).transform(({ scan }) => ({ fileId: scan })));

export const postLettersInput = formInput(z.object({ occasion: z.enum(LETTER_OCCASIONS, "form-expired"), letter: z.array(z.uuid("form-expired")).max(500) }).transform(({ occasion, letter }) => ({ occasion, responseIds: letter })), ["letter"]);
