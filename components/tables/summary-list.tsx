import type { ReactNode } from "react";

export interface SummaryRow {
  readonly term: ReactNode;
  readonly answer: ReactNode;
  /** Leads to that question and comes straight back. `about` are hidden words that say what is changed. */
  readonly change?: { readonly href: string; readonly text: string; readonly about: string } | undefined;
}

/** Questions and answers, each with a way to change it. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="sum">
      {rows.map(({ term, answer, change }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{answer}</dd>
          {change ? (
            <dd className="act">
              <a href={change.href}>
                {change.text}
                <span className="vh">: {change.about}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
