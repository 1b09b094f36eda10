import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";

export interface CardProps {
  readonly title?: ReactNode;
  /** The heading's level in the page; it looks the same at each. 2 unless told. */
  readonly level?: 2 | 3 | undefined;
  readonly id?: string | undefined;
  readonly surface?: "card" | "panel" | "tint" | "deep" | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

const SURFACES = { card: "card", panel: "panel", tint: "panel panel--brand", deep: "panel panel--deep" } as const;

/** A slip of paper, or a panel of sand, with or without a small heading. */
export function Card({ title, level = 2, id, surface = "card", className, children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={classNames(SURFACES[surface], className)}>
      {title ? (
        <Heading className="h3" id={id}>
          {title}
        </Heading>
      ) : null}
      {children}
    </div>
  );
}

/** Lines in a card at the side: links to documents, places, times. Each child is one line. */
export function CardList({ items }: { readonly items: readonly ReactNode[] }) {
  return (
    <ul className="plain stack-s small">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
