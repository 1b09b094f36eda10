import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";
import { Button } from "./button.tsx";
import { HiddenFields, type HiddenFieldsProps } from "./hidden-fields.tsx";

export interface FiltersProps {
  /** What the form finds: "Find something to take part in". */
  readonly label: string;
  readonly action?: string | undefined;
  readonly hidden?: HiddenFieldsProps["fields"] | undefined;
  /** "Show". */
  readonly submit: string;
  /** More than three fields: they stand in rows of three. */
  readonly many?: boolean | undefined;
  /** The search box first; up to three fields unless there are many. */
  readonly children: ReactNode;
}

/** Narrows a list through its address, so that what is seen can be shared. Put the count above the list. */
export function Filters({ label, action, hidden = {}, submit, many, children }: FiltersProps) {
  return (
    <form className={classNames("filters", many && "filters--many")} role="search" aria-label={label} action={action} method="get">
      {children}
      <Button icon="search">{submit}</Button>
      <HiddenFields fields={hidden} />
    </form>
  );
}
