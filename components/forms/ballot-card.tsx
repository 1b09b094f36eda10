import type { ReactNode } from "react";
import { Tile, TileSheet, type TileName } from "#components/pictures/tile.tsx";

export interface BallotCardProps {
  /** The tick box's id, which the meter's stylesheet and an error's link use. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly checked?: boolean | undefined;
  readonly tile: TileName;
  readonly title: string;
  /** As text: "£32,000". */
  readonly cost: string;
  /** In pence, for the script that adds up; the server adds up again. */
  readonly costPence?: number | undefined;
  /** One sentence. */
  readonly description: ReactNode;
  /** Whose idea it is. */
  readonly group?: ReactNode;
  readonly more?: { readonly href: string; readonly text: string; readonly about: string } | undefined;
  /** "Choose this" and "Chosen". */
  readonly choose: string;
  readonly chosen: string;
  /** Said by the script when the project no longer fits in what is left. The box stays usable. */
  readonly doesNotFit?: string | undefined;
  readonly lang?: string | undefined;
}

/** One project on a ballot with a limit. The whole lower row is the label of its tick box. Its picture is its list's. */
export function BallotCard(props: BallotCardProps) {
  const { id, name, value, checked, tile, title, cost, costPence, description, group, more, choose, chosen, doesNotFit, lang } = props;
  return (
    <div className="bcard">
      <div className="bcard__art">
        <Tile name={tile} shared />
      </div>
      <div>
        <h2 lang={lang}>{title}</h2>
        <p className="bcard__cost">{cost}</p>
      </div>
      <p className="bcard__d" lang={lang}>
        {description}
      </p>
      <p className="bcard__more muted">
        {group}{" "}
        {more ? (
          <a href={more.href}>
            {more.text}
            <span className="vh"> {more.about}</span>
          </a>
        ) : null}
      </p>
      <label className="bpick" htmlFor={id}>
        <input type="checkbox" id={id} name={name} value={value} defaultChecked={checked} data-cost={costPence} />
        <span>
          <span className="off">{choose}</span>
          <span className="on">{chosen}</span>
          <span className="vh">
            : {title}, {cost}
          </span>
          {doesNotFit ? (
            <span className="bpick__note" data-does-not-fit="" hidden>
              {doesNotFit}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  );
}

export interface BallotListProps {
  /** Says what the boxes are for, to screen readers: "Millbrook projects. Choose as many as fit in £120,000." */
  readonly legend: string;
  /** Three across on wide screens. */
  readonly three?: boolean | undefined;
  readonly cards: readonly BallotCardProps[];
}

/** The projects of a ballot, in the order they are given. */
export function BallotList({ legend, three = true, cards }: BallotListProps) {
  return (
    <fieldset>
      <legend className="vh">{legend}</legend>
      <TileSheet names={cards.map(({ tile }) => tile)} />
      <ul className={three ? "bgrid bgrid--3 plain" : "bgrid plain"}>
        {cards.map((card) => (
          <li key={card.id}>
            <BallotCard {...card} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
