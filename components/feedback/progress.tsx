import type { ReactNode } from "react";
import { Bar } from "#components/charts/bar.tsx";

export interface ProgressProps {
  /** The words come first; the bar only adds to them. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** 0 to 100. */
  readonly percent: number;
  /** What a screen reader says of the bar: "22 of 50 ballots done". */
  readonly label: string;
}

/** How far something has got. */
export function Progress({ title, children, percent, label }: ProgressProps) {
  return (
    <div className="progress">
      {title ? (
        <p>
          <strong>{title}</strong>
        </p>
      ) : null}
      {children ? <p className="muted">{children}</p> : null}
      <Bar percent={percent} label={label} height="thin" />
    </div>
  );
}
