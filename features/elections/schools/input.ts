import { z } from "zod";
import { line, once, oneOf, optionalLine, optionalParagraphs, paragraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import { err, ok } from "#domain/basics/result.ts";
import { readSlipNumbers, SHORT_REASONS } from "#domain/elections/code-packs.ts";
import { readClassLines, readYearLines, type ClassOfSchool, type LinesRead, type YearOfSchool } from "#domain/elections/school-lists.ts";

/** Reads a list typed line by line, with every line that cannot be used. */
function lines<T>(field: string, read: (text: string) => LinesRead<T>): FormInput<readonly T[]> {
  return (values) => {
    const typed = formInput(z.object({ [field]: paragraphs(6000) }))(values);
    if (!typed.ok) return typed;
    const { read: found, bad } = read(typed.value[field] ?? "");
    if (bad.length > 0) return err([{ field, code: `${field}-lines`, params: { count: bad.length, lines: bad.join(", ") } }]);
    return ok(found);
  };
}

/** Two inputs of one form: every fault of both. */
const both = <A, B, C>(a: FormInput<A>, b: FormInput<B>, join: (a: A, b: B) => C): FormInput<C> => (values) => {
  const [one, other] = [a(values), b(values)];
  if (!one.ok || !other.ok) return err([...(one.ok ? [] : one.error), ...(other.ok ? [] : other.error)]);
  return ok(join(one.value, other.value));
};

const years: FormInput<readonly YearOfSchool[]> = lines("years", readYearLines);
const classes: FormInput<readonly ClassOfSchool[]> = lines("classes", readClassLines);

/** A school that joins; its Welsh name may be the same. */
export const joinInput = both(formInput(z.object({ once: once(), nameEn: line(100), nameCy: optionalLine(100) })), years, ({ once: number, nameEn, nameCy }, read) => ({ once: number, name: { en: nameEn, cy: nameCy }, years: read }));
export const yearsInput: FormInput<{ readonly years: readonly YearOfSchool[] }> = (values) => {
  const read = years(values);
  return read.ok ? ok({ years: read.value }) : read;
};
export const packsInput = both(formInput(z.object({ once: once(), contest: z.uuid("choose-one") })), classes, ({ once: number, contest }, read) => ({ once: number, contestId: contest, classes: read }));

/** An open place of the council, "new" for one at the school, or none. */
export const placeChoiceInput = formInput(z.object({ once: once(), place: z.union([z.literal(""), z.literal("new"), z.uuid("choose-one")]) }));

const missing = z.string().default("").transform((typed, context) => {
  const numbers = readSlipNumbers(typed);
  if (numbers !== null) return numbers;
  context.addIssue({ code: "custom", message: "slip-numbers" });
  return z.NEVER;
});

export const countInput = formInput(
  z
    .object({ once: once(), counted: wholeNumber(0, 2_000), missing, reason: z.union([z.literal(""), oneOf(SHORT_REASONS)]).default(""), note: optionalParagraphs(600), reportedBy: line(100) })
    .transform(({ reason, ...rest }) => ({ ...rest, reason: reason === "" ? null : reason })),
);

const slips = () => wholeNumber(0, 2_000);
export const accountInput = formInput(
  z.object({ once: once(), handedOut: slips(), unused: slips(), spoilt: slips(), accountReason: optionalParagraphs(600), accountBy: line(100) }).transform(({ accountReason, accountBy, ...rest }) => ({ ...rest, reason: accountReason, reportedBy: accountBy })),
);
export const nothingInput = formInput(z.object({}));
