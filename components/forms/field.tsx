import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";
import { FieldErrorMessage, type FieldError } from "./field-error.tsx";

/** What every field is given. */
export interface FieldProps {
  /** The name the answer is sent under; also the id, unless one is given, so `#name` leads to the field. */
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: ReactNode;
  /** Tied to the control, so kept short. */
  readonly hint?: ReactNode;
  readonly error?: FieldError | undefined;
}

interface FieldFrameProps extends FieldProps {
  /** The label is only for screen readers; use where the words around say it. */
  readonly hideLabel?: boolean | undefined;
  /** The control, whose id is the field's. */
  readonly children: ReactNode;
}

/** Label, hint, error and control, in that order. The fields of this folder are made with it. */
export function Field({ name, id = name, label, hint, error, hideLabel, children }: FieldFrameProps) {
  return (
    <div className={classNames("field", error && "field--err")}>
      <label htmlFor={id} className={hideLabel ? "vh" : undefined}>
        {label}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldErrorMessage id={`${id}-error`} error={error} /> : null}
      {children}
    </div>
  );
}

interface FieldsetProps {
  readonly id: string;
  readonly legend: ReactNode;
  /** The question is the title of its page. */
  readonly legendIsTitle?: boolean | undefined;
  readonly hideLegend?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: FieldError | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Several controls that answer one question. */
export function Fieldset({ id, legend, legendIsTitle, hideLegend, hint, error, className, children }: FieldsetProps) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset className={classNames(error && "field--err", className)} aria-describedby={described}>
      <legend className={legendIsTitle ? undefined : hideLegend ? "vh" : "label"}>{legendIsTitle ? <h1>{legend}</h1> : legend}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldErrorMessage id={`${id}-error`} error={error} /> : null}
      {children}
    </fieldset>
  );
}
