import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";
import { percentage } from "./bar.tsx";

/** The highest column stops here, so that its number has room above it. */
const TALLEST = 97;

export interface Column {
  /** One or two short lines under the axis. */
  readonly label: ReactNode;
  /** The number above the column, as text. */
  readonly value: string;
  readonly amount: number;
  /** Not over yet: drawn pale with a dashed edge. */
  readonly partial?: boolean | undefined;
}

export interface ColumnChartProps {
  /** The finding in a sentence, for screen readers; give the numbers as a table after it. */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly caption?: ReactNode;
}

/** Amounts over time, from nought. */
export function ColumnChart({ label, columns, caption }: ColumnChartProps) {
  const highest = Math.max(1, ...columns.map(({ amount }) => amount));
  return (
    <figure className="chart">
      <div role="img" aria-label={label}>
        <div className="cols">
          {columns.map(({ value, amount, partial }, index) => (
            <span key={index}>
              {value}
              <svg className={classNames("cols__bar", partial && "cols__bar--part")} height={percentage((amount / highest) * TALLEST)} focusable="false" />
            </span>
          ))}
        </div>
        <div className="colx">
          {columns.map((column, index) => (
            <span key={index}>{column.label}</span>
          ))}
        </div>
      </div>
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  );
}
