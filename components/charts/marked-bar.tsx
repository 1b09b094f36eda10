import { classNames } from "#components/styles/class-names.ts";
import { percentage } from "./bar.tsx";

export interface MarkedBarProps {
  /** Length of the bar, 0 to 100; null draws none. */
  readonly percent: number | null;
  /** Where the marker stands, 0 to 100; null draws none. */
  readonly markPercent: number | null;
  /** Drawn pale, where the bar has not reached what it should. */
  readonly pale?: boolean;
}

/** A bar with a marker on it, for beside a table that has both numbers: it is hidden from who listens. */
export function MarkedBar({ percent, markPercent, pale = false }: MarkedBarProps) {
  return (
    <svg className={classNames("wbar", pale && "wbar--off")} width="100%" aria-hidden="true" focusable="false">
      <rect className="wbar__track" width="100%" height="100%" rx="4" />
      {percent === null ? null : <rect className="wbar__had" width={percentage(percent)} height="100%" rx="4" />}
      {markPercent === null ? null : <rect className="wbar__cost" x={percentage(markPercent)} y="-4" width="4" height="100%" rx="2" transform="translate(-2)" />}
    </svg>
  );
}

/** One thing that a {@link MarkedBar} draws, with its words: a bar (`won`, `lost`) or the marker (`cost`). */
export function LegendPart({ mark, words }: { readonly mark: "won" | "lost" | "cost"; readonly words: string }) {
  return (
    <span className="legend__part">
      <i className={`legend__${mark}`} />
      {words}
    </span>
  );
}
