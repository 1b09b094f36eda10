import type { ReactNode } from "react";

export interface DetailsProps {
  readonly summary: ReactNode;
  /** Open from the start, as on paper and where an error is inside. */
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
}

/** For things most people can skip. Never hides an error or a rule. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details className="more" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
