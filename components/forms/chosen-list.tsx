import type { ReactNode } from "react";
import { Initials } from "#components/pictures/initials.tsx";
import { Tile, type TileName } from "#components/pictures/tile.tsx";

export interface ChosenListProps {
  readonly items: readonly {
    readonly id: string;
    readonly tile: TileName;
    /** The picture stands in the page already, in a list of the same options. */
    readonly shared?: boolean | undefined;
    /** Of a person, in place of the picture: the first letter of their name. */
    readonly letters?: string | undefined;
    readonly title: ReactNode;
    /** At the right: a cost, or a place in a ranking. */
    readonly figure?: ReactNode;
    /** A small action under the title, such as a `LinkButton` to take it off. */
    readonly action?: ReactNode;
    readonly lang?: string | undefined;
  }[];
  /** The last line: "Total" and "£82,000 of £120,000". */
  readonly total?: { readonly label: string; readonly figure: string } | undefined;
}

/** What was chosen, to be checked before it is sent. */
export function ChosenList({ items, total }: ChosenListProps) {
  return (
    <>
      <ul className="plain cklist">
        {items.map(({ id, tile, shared, letters, title, figure, action, lang }, index) => (
          <li key={id} className="ckrow">
            {letters === undefined ? <Tile name={tile} shared={shared} /> : <Initials letters={letters} index={index} />}
            <h2 lang={lang}>{title}</h2>
            <span className="num">{figure}</span>
            {action ? <span className="small">{action}</span> : null}
          </li>
        ))}
      </ul>
      {total ? (
        <div className="row row--between cktotal">
          <span>{total.label}</span>
          <span className="num">{total.figure}</span>
        </div>
      ) : null}
    </>
  );
}
