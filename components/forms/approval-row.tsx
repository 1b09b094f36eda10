import type { ReactNode } from "react";
import { Tile, TileSheet, type TileName } from "#components/pictures/tile.tsx";

export interface ApprovalRowProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly checked?: boolean | undefined;
  readonly tile: TileName;
  readonly title: string;
  readonly description: ReactNode;
  /** As text: "£32,000". */
  readonly cost?: string | undefined;
  readonly group?: string | undefined;
  readonly lang?: string | undefined;
}

/** One project on a ballot without a limit: the whole row is the label. Its picture is its list's. */
export function ApprovalRow({ id, name, value, checked, tile, title, description, cost, group, lang }: ApprovalRowProps) {
  return (
    <label className="choice arow" htmlFor={id}>
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={checked} />
      <span lang={lang}>
        <span className="arow__t">{title}</span>
        <small>{description}</small>
        {cost || group ? (
          <small className="num">
            {cost ? <strong className="arow__cost">{cost}</strong> : null}
            {cost && group ? " · " : null}
            {group}
          </small>
        ) : null}
      </span>
      <Tile name={tile} shared />
    </label>
  );
}

/** The projects of such a ballot, two across where there is room. */
export function ApprovalList({ legend, rows }: { readonly legend: string; readonly rows: readonly ApprovalRowProps[] }) {
  return (
    <fieldset>
      <legend className="vh">{legend}</legend>
      <TileSheet names={rows.map(({ tile }) => tile)} />
      <ul className="plain arows">
        {rows.map((row) => (
          <li key={row.id}>
            <ApprovalRow {...row} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
