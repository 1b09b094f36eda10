import { classNames } from "#components/styles/class-names.ts";
import { describedBy } from "./field-error.tsx";
import { Field, type FieldProps } from "./field.tsx";

export interface SelectOption {
  readonly value: string;
  readonly text: string;
  readonly lang?: string | undefined;
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
  /** "full" fills its column, as in filters; 22rem at most otherwise. */
  readonly width?: "full" | "medium" | undefined;
}

/** One answer from a list that is too long for radio buttons. */
export function SelectField({ name, id = name, label, hint, error, options, value, width = "medium" }: SelectFieldProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error}>
      <select
        className={classNames("in", width === "medium" && "in--20")}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}
