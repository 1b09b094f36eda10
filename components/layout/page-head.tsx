import type { ReactNode } from "react";
import { Tile, type TileName } from "#components/pictures/tile.tsx";

export interface PageHeadProps {
  readonly kicker?: ReactNode;
  /** A tag above the title. */
  readonly tag?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Buttons or anything else under the lead. */
  readonly children?: ReactNode;
  /** A topic's picture at the left. */
  readonly tile?: TileName | undefined;
}

/** The title of an ordinary page and the sentence under it. */
export function PageHead({ kicker, tag, title, lead, children, tile }: PageHeadProps) {
  const words = (
    <>
      {kicker ? <p className="kicker">{kicker}</p> : null}
      {tag ? <div>{tag}</div> : null}
      <h1>{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {children}
    </>
  );
  if (tile === undefined) return <div className="pagehead">{words}</div>;
  return (
    <div className="pagehead pagehead--tile">
      <Tile name={tile} />
      <div className="stack-s">{words}</div>
    </div>
  );
}
