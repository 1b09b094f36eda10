import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { HiddenFields, type HiddenFieldsProps } from "./hidden-fields.tsx";

export interface FiltersProps {
  /** What the form finds: "Find something to take part in". */
  readonly label: string;
  readonly action?: string | undefined;
  readonly hidden?: HiddenFieldsProps["fields"] | undefined;
  /** "Show". */
  readonly submit: string;
  /** Up to three fields, the search box first. */
  readonly children: ReactNode;
}

/** Narrows a list through its address, so that what is seen can be shared. Put the count above the list. */
export function Filters({ label, action, hidden = {}, submit, children }: FiltersProps) {
  return (
    <form className="filters" role="search" aria-label={label} action={action} method="get">
      {children}
      <Button icon="search">{submit}</Button>
      <HiddenFields fields={hidden} />
    </form>
  );
}
