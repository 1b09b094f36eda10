import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/pictures/icon.tsx";
import { Tile, type TileName } from "#components/pictures/tile.tsx";

export interface EngagementCardProps {
  readonly tile: TileName;
  /** A `Tag` that says whether it is open. */
  readonly tag: ReactNode;
  /** The link that covers the whole card; the only one in it. */
  readonly href: string;
  readonly title: ReactNode;
  /** The heading's level in the page; 3 unless told. */
  readonly level?: 2 | 3 | undefined;
  /** One sentence. */
  readonly children: ReactNode;
  /** Where, how long, how many took part. */
  readonly facts?: readonly { readonly icon: IconName; readonly text: string }[] | undefined;
  /** The language of the words where it differs from the page's. */
  readonly lang?: string | undefined;
}

/** Something to take part in, or what came of it. Put it in a list: see `Grid`. */
export function EngagementCard({ tile, tag, href, title, level = 3, children, facts = [], lang }: EngagementCardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="ecard">
      <div className="ecard__art">
        <Tile name={tile} />
      </div>
      <div>{tag}</div>
      <Heading lang={lang}>
        <a href={href}>{title}</a>
      </Heading>
      <p lang={lang}>{children}</p>
      {facts.length > 0 ? <FactLine facts={facts} /> : null}
    </div>
  );
}

export interface FactLineProps {
  readonly facts: readonly { readonly icon: IconName; readonly text: ReactNode }[];
}

/** Small facts in a row, each with its icon. */
export function FactLine({ facts }: FactLineProps) {
  return (
    <ul className="meta">
      {facts.map(({ icon, text }, index) => (
        <li key={index}>
          <Icon name={icon} />
          {text}
        </li>
      ))}
    </ul>
  );
}
