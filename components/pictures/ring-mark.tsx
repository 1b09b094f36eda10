const DOTS = [
  [32.3, 12.9],
  [34, 22.5],
  [29.1, 30.9],
  [20, 34.2],
  [10.9, 30.9],
  [6, 22.5],
  [7.7, 12.9],
  [15.2, 6.7],
] as const;

export interface RingMarkProps {
  /** Width and height in CSS pixels; left out, the surrounding styles decide. */
  readonly size?: number | undefined;
  /** White dots, for dark bands. */
  readonly onDark?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The mark of the product: people standing in a ring, one place in gold. Decoration, hidden from screen readers. */
export function RingMark({ size, onDark, className }: RingMarkProps) {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="24.9" cy="6.7" r="4.6" fill="var(--color-marigold)" />
      {DOTS.map(([x, y]) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r="3.4" fill={onDark ? "#fff" : "var(--brand)"} />
      ))}
    </svg>
  );
}
