import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";

export interface FactsProps {
  readonly facts: readonly { readonly term: ReactNode; readonly figure: ReactNode; readonly note?: ReactNode }[];
  /** Across on wide screens; two on phones. Four unless told. */
  readonly columns?: 1 | 2 | 3 | 4 | undefined;
  readonly surface?: "card" | "panel" | undefined;
}

/** A few large figures, each with what it counts. */
export function Facts({ facts, columns = 4, surface }: FactsProps) {
  return (
    <dl className={classNames("facts", columns !== 4 && `facts--${columns}`, surface)}>
      {facts.map(({ term, figure, note }, index) => (
        <div key={index} className="fact">
          <dt>{term}</dt>
          <dd>
            {figure}
            {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
