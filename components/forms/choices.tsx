import { Fragment, type ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";
import { FieldErrorMessage, type FieldError } from "./field-error.tsx";
import { Fieldset } from "./field.tsx";

export interface Choice {
  readonly value: string;
  readonly text: ReactNode;
  /** One more line under the answer. */
  readonly hint?: ReactNode;
  /** Stands apart after the word "or": the way to opt out. */
  readonly apart?: boolean | undefined;
  readonly lang?: string | undefined;
}

interface ChoicesProps {
  readonly name: string;
  /** Of the first answer, so that `#name` leads there; the others add their number. */
  readonly id?: string | undefined;
  readonly legend: ReactNode;
  readonly legendIsTitle?: boolean | undefined;
  readonly hideLegend?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: FieldError | undefined;
  readonly choices: readonly Choice[];
  /** The word before an answer that stands apart: "or". */
  readonly or?: string | undefined;
  /** Smaller rows, several across where there is room; for officers. */
  readonly compact?: boolean | undefined;
}

export interface RadiosProps extends ChoicesProps {
  readonly value?: string | undefined;
}

/** One answer out of a few. */
export function Radios({ value, ...props }: RadiosProps) {
  return <Choices {...props} type="radio" chosen={value === undefined ? [] : [value]} />;
}

export interface CheckboxesProps extends ChoicesProps {
  readonly values?: readonly string[] | undefined;
}

/** Any number of answers. An answer that excludes the others is checked on the server. */
export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
  return <Choices {...props} type="checkbox" chosen={values} />;
}

export interface CheckboxProps {
  readonly name: string;
  readonly id?: string | undefined;
  /** Sent when ticked; "yes" unless told. */
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly text: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: FieldError | undefined;
}

/** A single statement to tick. */
export function Checkbox({ name, id = name, value = "yes", checked, text, hint, error }: CheckboxProps) {
  return (
    <div className={classNames("field", error && "field--err")}>
      {error ? <FieldErrorMessage id={`${id}-error`} error={error} /> : null}
      <ChoiceRow type="checkbox" id={id} name={name} choice={{ value, text, hint }} checked={checked === true} describedBy={error ? `${id}-error` : undefined} />
    </div>
  );
}

function Choices(props: ChoicesProps & { readonly type: "radio" | "checkbox"; readonly chosen: readonly string[] }) {
  const { name, id = name, choices, or, compact, type, chosen, ...frame } = props;
  return (
    <Fieldset {...frame} id={id}>
      <div className={classNames("choices", compact && "choices--compact")}>
        {choices.map((choice, index) => (
          <Fragment key={choice.value}>
            {choice.apart && or ? <p className="or">{or}</p> : null}
            <ChoiceRow type={type} id={index === 0 ? id : `${id}-${index + 1}`} name={name} choice={choice} checked={chosen.includes(choice.value)} />
          </Fragment>
        ))}
      </div>
    </Fieldset>
  );
}

interface ChoiceRowProps {
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
}

function ChoiceRow({ type, id, name, choice, checked, describedBy }: ChoiceRowProps) {
  return (
    <label className="choice" htmlFor={id} lang={choice.lang}>
      <input type={type} id={id} name={name} value={choice.value} defaultChecked={checked} aria-describedby={describedBy} />
      <span>
        {choice.text}
        {choice.hint ? <small>{choice.hint}</small> : null}
      </span>
    </label>
  );
}
