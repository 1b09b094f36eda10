import { classNames } from "#components/styles/class-names.ts";

/** "main" is this one, "other" what it is compared with or did not win, "second" another question's bars. */
export type BarTone = "main" | "second" | "other";

export interface BarProps {
  /** How full, 0 to 100. */
  readonly percent: number;
  readonly tone?: BarTone | undefined;
  /** What a screen reader says. Leave out where the number stands beside the bar. */
  readonly label?: string | undefined;
  readonly height?: "thin" | "usual" | "tall" | undefined;
}

const TONES: Record<BarTone, string | false> = { main: false, second: "bar--2", other: "bar--off" };

/** A bar in a track that starts at nought. */
export function Bar({ percent, tone = "main", label, height = "usual" }: BarProps) {
  const names = classNames("bar", TONES[tone], height !== "usual" && `bar--${height}`);
  const spoken = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    <svg className={names} width="100%" focusable="false" {...spoken}>
      <rect width={percentage(percent)} height="100%" />
    </svg>
  );
}

/** A share kept within 0 and 100 and cut to a tenth, as SVG wants it: "53.8%". */
export function percentage(percent: number): string {
  return `${Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10}%`;
}
