import type { ReactNode } from "react";

export interface TrendProps {
  /** The finding in a sentence, for screen readers; give the numbers as a table after it. */
  readonly label: string;
  /** From the start to now, evenly in time; null where nothing was measured. */
  readonly readings: readonly (number | null)[];
  /** Where it should have been at the same moments; as many as there are readings, or more that are still to come. */
  readonly expected: readonly (number | null)[];
  /** One or two short words under the first and the last moment. */
  readonly ends: readonly [string, string];
  readonly words: { readonly readings: string; readonly expected: string };
  readonly caption?: ReactNode;
}

const WIDTH = 720;
const HEIGHT = 220;
const MARGIN = 14;

/** How a number has moved beside where it should be: a full line and a dashed one, told apart by more than colour. */
export function Trend({ label, readings, expected, ends, words, caption }: TrendProps) {
  const all = [...readings, ...expected].filter((value) => value !== null);
  if (all.length === 0) return null;
  const count = Math.max(readings.length, expected.length);
  const lowest = Math.min(...all);
  const span = Math.max(...all) - lowest || 1;
  const x = (index: number) => Math.round((MARGIN + (index / Math.max(1, count - 1)) * (WIDTH - 2 * MARGIN)) * 10) / 10;
  const y = (value: number) => Math.round((HEIGHT - MARGIN - ((value - lowest) / span) * (HEIGHT - 2 * MARGIN)) * 10) / 10;
  const points = (values: readonly (number | null)[]) => values.flatMap((value, index) => (value === null ? [] : [{ x: x(index), y: y(value) }]));
  const path = (values: readonly (number | null)[]) => points(values).map((point, index) => `${index === 0 ? "M" : "L"}${point.x} ${point.y}`).join("");
  const marks = points(readings);
  return (
    <figure className="chart trend">
      <div role="img" aria-label={label}>
        <svg className="trend__plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} focusable="false">
          <path className="trend__axis" d={`M0 ${HEIGHT - 1}H${WIDTH}`} />
          <path className="spark__target" fill="none" d={path(expected)} strokeDasharray="9 7" />
          <path className="spark__line" d={path(readings)} strokeLinejoin="round" strokeLinecap="round" />
          {marks.map((point, index) =>
            index === marks.length - 1 ? <circle key={index} cx={point.x} cy={point.y} r="9" fill="#ffb81f" stroke="#231526" strokeWidth="3" /> : <circle key={index} className="trend__mark" cx={point.x} cy={point.y} r="5" />,
          )}
        </svg>
        <div className="row row--between small muted">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      </div>
      <ul className="meta trend__legend" aria-hidden="true">
        <li>
          <svg className="trend__swatch" viewBox="0 0 36 12" focusable="false">
            <path className="spark__line" d="M1 6H35" />
          </svg>
          {words.readings}
        </li>
        <li>
          <svg className="trend__swatch" viewBox="0 0 36 12" focusable="false">
            <path className="spark__target" fill="none" d="M1 6H35" strokeDasharray="9 7" />
          </svg>
          {words.expected}
        </li>
      </ul>
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  );
}
