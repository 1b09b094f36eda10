import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";

export interface SectionProps {
  /** The heading's id; also the target of a link to the section. */
  readonly id: string;
  readonly title: ReactNode;
  /** 2 unless told. */
  readonly level?: 2 | 3 | undefined;
  /** The heading is only for screen readers. */
  readonly hideTitle?: boolean | undefined;
  /** What it stands on: nothing, a white card, a sand panel or a tinted one. */
  readonly surface?: "card" | "panel" | "tint" | undefined;
  /** At the right of the heading, such as a link or a tag. */
  readonly beside?: ReactNode;
  /** Running text: paragraphs and lists get their spacing. */
  readonly prose?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

const SURFACES = { card: "card", panel: "panel", tint: "panel panel--brand" } as const;

/** A part of a page under a heading of its own. */
export function Section({ id, title, level = 2, hideTitle, surface, beside, prose, className, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const heading = (
    <Heading id={id} className={classNames(hideTitle && "vh", surface && level === 2 && "h3", !surface && "section__title")}>
      {title}
    </Heading>
  );
  return (
    <section aria-labelledby={id} className={classNames(surface && SURFACES[surface], prose && "prose", className)}>
      {beside ? (
        <div className="row row--between section__title">
          {heading}
          {beside}
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  );
}
