const COLOURS = [
  { back: "#ffe0a3", fore: "#5e1f58" },
  { back: "#cfe6d6", fore: "#15633d" },
  { back: "#cfe4ee", fore: "#0d5674" },
  { back: "#f0b8a6", fore: "#7a1a12" },
  { back: "#f5e9f3", fore: "#3a113a" },
] as const;

export interface InitialsProps {
  /** One to three letters. */
  readonly letters: string;
  /** The person's place in a list, so that neighbours differ in colour. */
  readonly index: number;
}

/** In the place of a portrait: a person's initials. Hidden from screen readers, because the name stands beside it. */
export function Initials({ letters, index }: InitialsProps) {
  const { back, fore } = COLOURS[index % COLOURS.length] ?? COLOURS[0];
  return (
    <svg className="initials" viewBox="0 0 72 72" aria-hidden="true" focusable="false">
      <rect width="72" height="72" fill={back} />
      <text x="36" y="36" dy=".35em" textAnchor="middle" fill={fore}>
        {letters}
      </text>
    </svg>
  );
}
