import type { ReactNode } from "react";
import { Fieldset } from "./field.tsx";
import type { FieldError } from "./field-error.tsx";

export interface KeyingGridProps {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: FieldError | undefined;
  /** In the order of the paper: the number printed there, and what it stands for. */
  readonly boxes: readonly KeyingBox[];
  /** Stands under the boxes; a script fills it as they are ticked. */
  readonly children?: ReactNode;
}

export interface KeyingBox {
  readonly value: string;
  readonly number: string;
  readonly title: string;
  readonly checked?: boolean | undefined;
  /** Pence, for the sum that a script shows. */
  readonly costPence?: number | undefined;
}

/** Numbered boxes in the order of the paper ballot, to be keyed by Tab and Space or by touch. */
export function KeyingGrid({ name, legend, hint, error, boxes, children }: KeyingGridProps) {
  return (
    <Fieldset id={name} legend={legend} hint={hint} error={error}>
      <div className="keys">
        {boxes.map(({ value, number, title, checked, costPence }, index) => (
          <span key={value} className="key">
            <input
              type="checkbox"
              id={index === 0 ? name : `${name}-${value}`}
              name={name}
              value={value}
              aria-label={`${number}: ${title}`}
              defaultChecked={checked}
              data-box={number}
              data-title={title}
              data-cost={costPence}
            />
            <span aria-hidden="true">{number}</span>
          </span>
        ))}
      </div>
      {children}
    </Fieldset>
  );
}

export interface KeyingNumbersProps {
  /** Of the first box, so that `#id` leads there. */
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: FieldError | undefined;
  /** In the order of the paper; each has a name of its own. */
  readonly boxes: readonly { readonly name: string; readonly number: string; readonly title: string; readonly value?: string | undefined }[];
}

/** The same for a paper on which numbers are written: a small field for each box. */
export function KeyingNumbers({ id, legend, hint, error, boxes }: KeyingNumbersProps) {
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={error}>
      <ol className="keynos">
        {boxes.map(({ name, number, title, value }, index) => (
          <li key={name}>
            <label htmlFor={index === 0 ? id : name}>
              <span className="num">{number}</span> {title}
            </label>
            <input className="in in--2" id={index === 0 ? id : name} name={name} inputMode="numeric" autoComplete="off" defaultValue={value} />
          </li>
        ))}
      </ol>
    </Fieldset>
  );
}
