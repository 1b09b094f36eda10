import type { ReactNode } from "react";
import { Tile, type TileName } from "#components/pictures/tile.tsx";

export interface ProjectCardProps {
  readonly tile: TileName;
  /** Before the title, such as its number in the pot's bar: "1." */
  readonly number?: string | undefined;
  readonly href?: string | undefined;
  readonly title: ReactNode;
  readonly level?: 2 | 3 | undefined;
  /** What it costs, in heavy type. */
  readonly cost?: string | undefined;
  /** After the cost: "1,175 votes". */
  readonly note?: ReactNode;
  readonly tag?: ReactNode;
  readonly lang?: string | undefined;
}

/** A project in a list of projects: winners, or those to read before voting. Put it in a list: see `Grid`. */
export function ProjectCard({ tile, number, href, title, level = 3, cost, note, tag, lang }: ProjectCardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="win">
      <Tile name={tile} />
      <Heading lang={lang}>
        {number ? `${number} ` : null}
        {href ? <a href={href}>{title}</a> : title}
      </Heading>
      {cost || note ? (
        <p className="num">
          {cost ? <strong>{cost}</strong> : null}
          {cost && note ? " · " : null}
          {note}
        </p>
      ) : null}
      {tag ? <div>{tag}</div> : null}
    </div>
  );
}
