import { z } from "zod";
import type { TypedValues } from "#domain/basics/fault.ts";
import { civilDate, line, once, oneOf, optionalLine, orEmpty, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates, type FormInput } from "#domain/basics/form-input.ts";
import { err, ok } from "#domain/basics/result.ts";
import { ELECTION_TEMPLATES } from "#domain/elections/template.ts";

const MOST_VOTERS = 10_000_000;

export const enterTurnoutInput = withDates(
  ["pollingDay"],
  formInput(
    z
      .object({
        once: once(),
        template: oneOf(ELECTION_TEMPLATES),
        titleEn: line(120),
        titleCy: optionalLine(120),
        pollingDay: civilDate(),
        voted: wholeNumber(0, MOST_VOTERS),
        electors: orEmpty(wholeNumber(1, MOST_VOTERS)),
        sourceEn: line(300),
        sourceCy: optionalLine(300),
      })
      .transform(({ titleEn, titleCy, sourceEn, sourceCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy }, source: { en: sourceEn, cy: sourceCy } })),
  ),
);

/** A page has such a form for each entry: the reason is named after it, so that a fault stands where it was made. */
export const strikeTurnoutInput: FormInput<{ readonly turnoutId: string; readonly reason: string }> = (values: TypedValues) => {
  const read = formInput(z.object({ turnoutId: z.uuid("choose-one") }))(values);
  if (!read.ok) return read;
  const field = `reason-${read.value.turnoutId}`;
  const reason = formInput(z.object({ [field]: line(300) }))(values);
  return reason.ok ? ok({ ...read.value, reason: String(reason.value[field]) }) : err(reason.error);
};
