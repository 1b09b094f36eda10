import { percentage } from "./bar.tsx";

const COLOURS = ["#5e1f58", "#0d5674", "#a3231b", "#15633d", "#7a4a00", "#6d2b68", "#1b6a87", "#564d55"] as const;
/** A part narrower than this has no room for its number. */
const ROOM_FOR_NUMBER = 2.6;

export interface PotBarProps {
  /** What each winner takes of the pot, 0 to 100, in the order of the list below it, which numbers them. */
  readonly parts: readonly number[];
}

/** The whole pot as one bar: a numbered part for each project, and what is left hatched. The list beside it says the same. */
export function PotBar({ parts }: PotBarProps) {
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part, 0));
  const spent = parts.reduce((sum, part) => sum + part, 0);
  return (
    <svg className="spine" width="100%" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="pot-left" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" fill="#fbf7f0" />
          <rect width="4" height="8" fill="#e6d9c6" />
        </pattern>
      </defs>
      <rect x={percentage(spent)} width={percentage(100 - spent)} height="100%" fill="url(#pot-left)" />
      {parts.map((part, index) => (
        <g key={index}>
          <rect className="spine__part" x={percentage(starts[index] ?? 0)} width={percentage(part)} height="100%" fill={COLOURS[index % COLOURS.length]} />
          {part >= ROOM_FOR_NUMBER ? (
            <text x={percentage((starts[index] ?? 0) + part / 2)} y="50%" dy=".35em" textAnchor="middle">
              {index + 1}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
