import type { ReactNode } from "react";
import { percentage } from "./bar.tsx";

/** From agree to disagree; the middle is grey. */
const SCALE = [
  { fill: "#0d5674", text: "#fff" },
  { fill: "#5ba3bd", text: "#231526" },
  { fill: "#cfc4c4", text: "#231526" },
  { fill: "#e3a08c", text: "#231526" },
  { fill: "#a3301f", text: "#fff" },
] as const;

/** A part smaller than this has no room for its number. */
const ROOM_FOR_NUMBER = 8;

export interface SplitChartProps {
  /** The five answers, from one end to the other. */
  readonly answers: readonly [string, string, string, string, string];
  readonly rows: readonly {
    readonly name: string;
    /** Shares of the five answers, 0 to 100, and how each is written. */
    readonly shares: readonly { readonly percent: number; readonly text: string }[];
  }[];
  /** The finding in a sentence. */
  readonly caption: ReactNode;
}

/** Agree to disagree, one bar for each group. Hidden from screen readers: give the numbers as a table after it. */
export function SplitChart({ answers, rows, caption }: SplitChartProps) {
  return (
    <figure className="chart">
      <ul className="legend" aria-hidden="true">
        {answers.map((answer, index) => (
          <li key={answer}>
            <svg className="legend__swatch" viewBox="0 0 16 16">
              <rect width="16" height="16" rx="3" fill={SCALE[index]?.fill} />
            </svg>
            {answer}
          </li>
        ))}
      </ul>
      <div className="lik" aria-hidden="true">
        {rows.map(({ name, shares }) => (
          <div key={name}>
            <span className="lik__name">{name}</span>
            <SplitBar shares={shares} />
          </div>
        ))}
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function SplitBar({ shares }: Pick<SplitChartProps["rows"][number], "shares">) {
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, share) => sum + share.percent, 0));
  return (
    <svg className="split" width="100%" focusable="false">
      {shares.map(({ percent, text }, index) => (
        <g key={index}>
          <rect className="split__part" x={percentage(starts[index] ?? 0)} width={percentage(percent)} height="100%" fill={SCALE[index]?.fill} />
          {percent >= ROOM_FOR_NUMBER ? (
            <text x={percentage((starts[index] ?? 0) + percent / 2)} y="50%" dy=".35em" textAnchor="middle" fill={SCALE[index]?.text}>
              {text}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
