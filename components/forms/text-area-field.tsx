import { describedBy } from "./field-error.tsx";
import { Field, type FieldProps } from "./field.tsx";

export interface TextAreaFieldProps extends FieldProps {
  readonly value?: string | undefined;
  /** Lines shown at first; the box can be pulled larger. */
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly lang?: string | undefined;
}

/** Several lines of text. */
export function TextAreaField({ name, id = name, label, hint, error, value, rows, maxLength, lang }: TextAreaFieldProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error}>
      <textarea
        className="in"
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        lang={lang}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
