import { describedBy } from "./field-error.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { TextField, type FieldWidth } from "./text-field.tsx";

export interface NumberFieldProps extends FieldProps {
  /** As it was typed, so that an answer that is no number can be shown again. */
  readonly value?: string | undefined;
  readonly width?: FieldWidth | undefined;
  /** A decimal point is allowed. */
  readonly decimal?: boolean | undefined;
}

/** A number, typed as text with a number keyboard: no arrows, and no surprise from the mouse wheel. */
export function NumberField({ decimal, width = "four", ...props }: NumberFieldProps) {
  return <TextField {...props} width={width} inputMode={decimal ? "decimal" : "numeric"} autoComplete="off" />;
}

export interface MoneyFieldProps extends FieldProps {
  /** As it was typed, in pounds. */
  readonly value?: string | undefined;
}

/** An amount in pounds, with the sign before the box. */
export function MoneyField({ name, id = name, label, hint, error, value }: MoneyFieldProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error}>
      <div className="money">
        <span className="money__sign" aria-hidden="true">
          £
        </span>
        <input
          className="in"
          id={id}
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={value}
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error ? true : undefined}
        />
      </div>
    </Field>
  );
}
