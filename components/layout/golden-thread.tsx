import type { ReactNode } from "react";

export interface GoldenThreadStop {
  /** "You took part", "The result", "It became", "Being delivered", "Next". */
  readonly kind: string;
  /** Leads to the record, where there is one. */
  readonly href?: string | undefined;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** Still to come, or missing: drawn hollow. Say so in the words; do not leave the stop out. */
  readonly hollow?: boolean | undefined;
  readonly lang?: string | undefined;
}

/** What you told us, what came out, what it became, what was done: four stops on one gold line. */
export function GoldenThread({ stops }: { readonly stops: readonly GoldenThreadStop[] }) {
  return (
    <ol className="gt">
      {stops.map(({ kind, href, title, note, hollow, lang }, index) => (
        <li key={index} className={hollow ? "next" : undefined}>
          <span className="gt__k">{kind}</span>
          <span className="gt__t" lang={lang}>
            {href ? <a href={href}>{title}</a> : title}
          </span>
          {note ? <p lang={lang}>{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}
