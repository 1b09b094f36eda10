import type { ReactNode } from "react";

export interface ReceiptProps {
  /** "Your ballot is in". */
  readonly title: string;
  readonly children?: ReactNode;
  /** "Your tracking code", and the code in groups: "7QKM-X4DR-9TWH". */
  readonly codeLabel: string;
  readonly code: string;
  /** When and for what. Never what was chosen. */
  readonly note: ReactNode;
}

/** The slip a voter keeps. Prints on one page. */
export function Receipt({ title, children, codeLabel, code, note }: ReceiptProps) {
  return (
    <div className="receipt">
      <svg className="bigtick" viewBox="0 0 72 72" aria-hidden="true" focusable="false">
        <circle cx="36" cy="36" r="34" fill="var(--color-leaf)" />
        <path d="m21 37 11 11 20-23" fill="none" stroke="#fff" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <h1>{title}</h1>
      {children ? <p className="receipt__words">{children}</p> : null}
      <p className="receipt__label">{codeLabel}</p>
      <span className="receipt__code">{code}</span>
      <p className="receipt__note small muted">{note}</p>
    </div>
  );
}
