import type { ReactNode } from "react";
import { ErrorWords } from "#components/forms/field-error.tsx";

export interface ErrorSummaryProps {
  /** "Fix 2 things". The page's title should begin with "Error:" too. */
  readonly title: string;
  /** A sentence before the list. */
  readonly children?: ReactNode;
  /** Each leads to its field: `#postcode`. */
  readonly errors: readonly { readonly href: string; readonly text: string; /** A part of the text that stands in English on a page that does not. */ readonly english?: string | undefined }[];
}

/** First in the page when an answer is wrong: what, and where. Recent browsers move focus to it with no script. */
export function ErrorSummary({ title, children, errors }: ErrorSummaryProps) {
  return (
    <div className="errsum" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      {children}
      <ul>
        {errors.map(({ href, text, english }) => (
          <li key={href + text}>
            <a href={href}>
              <ErrorWords text={text} english={english} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
