/** Radius, opacity and width of each ring of dots, the length between dots, and where its gold dot sits. */
const RINGS = [
  { radius: 40, opacity: 0.34, width: 9, gap: 22.85, gold: [283.7, 271.6, 8] },
  { radius: 70, opacity: 0.31, width: 8.7, gap: 21.99, gold: [291.1, 306.6, 8.3] },
  { radius: 100, opacity: 0.28, width: 8.4, gap: 21.67, gold: [314.7, 326.2, 8.6] },
  { radius: 130, opacity: 0.25, width: 8.1, gap: 22.08, gold: [298.5, 370.6, 8.9] },
  { radius: 160, opacity: 0.22, width: 7.8, gap: 21.85, gold: [303.6, 400.8, 9.2] },
  { radius: 190, opacity: 0.19, width: 7.5, gap: 22.11, gold: [283, 437.1, 9.5] },
  { radius: 220, opacity: 0.16, width: 7.2, gap: 21.94, gold: [244.5, 469.9, 9.8] },
] as const;

/** The dotted rings behind a page's hero. Decoration only. */
export function HeroRings() {
  return (
    <svg className="hero__rings noprint" viewBox="0 0 500 500" aria-hidden="true" focusable="false">
      {RINGS.map(({ radius, opacity, width, gap, gold: [x, y, size] }) => (
        <g key={radius}>
          <circle cx="250" cy="250" r={radius} fill="none" stroke="#fff" strokeOpacity={opacity} strokeWidth={width} strokeLinecap="round" strokeDasharray={`0 ${gap}`} />
          <circle cx={x} cy={y} r={size} fill="#ffb81f" />
        </g>
      ))}
    </svg>
  );
}
