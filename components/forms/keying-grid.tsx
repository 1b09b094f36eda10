import type { ReactNode } from "react";
import { Fieldset } from "./field.tsx";
import type { FieldError } from "./field-error.tsx";

export interface KeyingGridProps {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: FieldError | undefined;
  /** In the order of the paper: the number printed there, and what it stands for. */
  readonly boxes: readonly { readonly value: string; readonly number: string; readonly title: string; readonly checked?: boolean | undefined }[];
}

/** Numbered boxes in the order of the paper ballot, to be keyed by Tab and Space or by touch. */
export function KeyingGrid({ name, legend, hint, error, boxes }: KeyingGridProps) {
  return (
    <Fieldset id={name} legend={legend} hint={hint} error={error}>
      <div className="keys">
        {boxes.map(({ value, number, title, checked }, index) => (
          <span key={value} className="key">
            <input type="checkbox" id={index === 0 ? name : `${name}-${value}`} name={name} value={value} aria-label={`${number}: ${title}`} defaultChecked={checked} />
            <span aria-hidden="true">{number}</span>
          </span>
        ))}
      </div>
    </Fieldset>
  );
}
