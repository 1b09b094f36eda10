import type { ReactNode } from "react";
import { HeroRings } from "#components/pictures/hero-rings.tsx";

export interface PageHeroProps {
  /** A trail back, above everything. */
  readonly crumbs?: ReactNode;
  /** One short line above the title, in gold. */
  readonly kicker?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Buttons: one gold, at most one ghost. */
  readonly actions?: ReactNode;
  /** A last line, such as when it closes. */
  readonly note?: ReactNode;
  /** Anything more, such as facts. */
  readonly children?: ReactNode;
}

/** The dark band with dotted rings at the top of the pages that people arrive at. */
export function PageHero({ crumbs, kicker, title, lead, actions, note, children }: PageHeroProps) {
  return (
    <div className="hero">
      <div className="wrap hero__in">
        {crumbs}
        {kicker ? <p className="kicker">{kicker}</p> : null}
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        {actions ? <div className="btns">{actions}</div> : null}
        {note ? <p className="small hero__note">{note}</p> : null}
        {children}
      </div>
      <HeroRings />
    </div>
  );
}
