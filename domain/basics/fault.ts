/** One thing wrong with what a person typed: the field it stands beside and the key of its message. */
export interface Fault {
  /** Name of the form field; empty when the whole form is meant. */
  readonly field: string;
  readonly code: string;
  /** Numbers and words the message names. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What was typed, as it came: every field's values in order. */
export type TypedValues = Readonly<Record<string, readonly string[]>>;

/** A form that was not accepted: shown again with what was typed and what is wrong. */
export interface RefusedForm {
  readonly values: TypedValues;
  readonly faults: readonly Fault[];
}

export const EMPTY_FORM: RefusedForm = { values: {}, faults: [] };

/** The first value typed in a field, or the one given. */
export const typed = (form: RefusedForm, field: string, otherwise = ""): string => form.values[field]?.[0] ?? otherwise;
