const WIDTH = 144;
const TOP = 6;
const BOTTOM = 38;
const LEFT = 4;
const RIGHT = 136;

export interface SparklineProps {
  /** Readings in order of time; the last is now. At least one. */
  readonly readings: readonly number[];
  readonly target?: number | undefined;
}

/** How a number has moved, with its target dashed and now in gold. The row must say start, now and target in words. */
export function Sparkline({ readings, target }: SparklineProps) {
  const all = target === undefined ? readings : [...readings, target];
  const lowest = Math.min(...all);
  const span = Math.max(...all) - lowest || 1;
  const y = (value: number) => round(BOTTOM - ((value - lowest) / span) * (BOTTOM - TOP));
  const x = (index: number) => round(LEFT + (readings.length === 1 ? 1 : index / (readings.length - 1)) * (RIGHT - LEFT));
  const now = readings.at(-1) ?? 0;
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} 44`} aria-hidden="true" focusable="false">
      {target === undefined ? null : <path className="spark__target" d={`M2 ${y(target)}H142`} strokeDasharray="5 4" />}
      <path
        className="spark__line"
        d={readings.map((value, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(value)}`).join("")}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={RIGHT} cy={y(now)} r="5" fill="#ffb81f" stroke="#231526" strokeWidth="2" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
