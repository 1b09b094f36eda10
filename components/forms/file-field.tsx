import { describedBy } from "./field-error.tsx";
import { Field, type FieldProps } from "./field.tsx";

export interface FileFieldProps extends FieldProps {
  /** Kinds of file, as in HTML: ".csv,text/csv". */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** A file from the person's own device. The form must be `multipart`. */
export function FileField({ name, id = name, label, hint, error, accept, multiple }: FileFieldProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error}>
      <input
        className="in in--file"
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
