import { describedBy, type FieldError } from "./field-error.tsx";
import { Fieldset } from "./field.tsx";
import type { ReactNode } from "react";

const PARTS = ["day", "month", "year"] as const;
export type DatePart = (typeof PARTS)[number];

export interface DateFieldProps {
  /** The boxes are sent as `name-day`, `name-month` and `name-year`; `#name` leads to the first. */
  readonly name: string;
  readonly legend: ReactNode;
  readonly legendIsTitle?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: FieldError | undefined;
  /** The boxes the error is about; all of them unless told. */
  readonly wrong?: readonly DatePart[] | undefined;
  /** "Day", "Month", "Year". */
  readonly labels: Readonly<Record<DatePart, string>>;
  /** As they were typed. */
  readonly values?: Partial<Readonly<Record<DatePart, string | undefined>>> | undefined;
  /** A date of birth, which the browser can fill in. */
  readonly birthday?: boolean | undefined;
}

/** A date in three boxes. The month may be typed as a word. */
export function DateField(props: DateFieldProps) {
  const { name, legend, legendIsTitle, hint, error, wrong = PARTS, labels, values = {}, birthday } = props;
  return (
    <Fieldset id={name} legend={legend} legendIsTitle={legendIsTitle} hint={hint} error={error} className="field">
      <div className="daterow">
        {PARTS.map((part) => (
          <div key={part}>
            <label htmlFor={part === "day" ? name : `${name}-${part}`}>{labels[part]}</label>
            <input
              className={part === "day" ? "in in--2" : "in in--4"}
              id={part === "day" ? name : `${name}-${part}`}
              name={`${name}-${part}`}
              // The month box takes words too, so it keeps the keyboard with letters.
              inputMode={part === "month" ? undefined : "numeric"}
              autoComplete={birthday ? `bday-${part}` : "off"}
              defaultValue={values[part]}
              aria-invalid={error && wrong.includes(part) ? true : undefined}
              aria-describedby={error && wrong.includes(part) ? describedBy(name, undefined, error) : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
