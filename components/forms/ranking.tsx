import type { ReactNode } from "react";
import { Icon } from "#components/pictures/icon.tsx";

export interface RankCardProps {
  /** The name the rank is sent under; the boxes' ids are this, a dash and the rank. */
  readonly name: string;
  /** A picture of the candidate, or none. */
  readonly picture?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly description?: ReactNode;
  /** Such as a `Details` with the manifesto. */
  readonly children?: ReactNode;
  /** "Your choice for Amara". */
  readonly legend: string;
  /** From the first: what is shown and what is said ("1", "1st choice"). More than eight become a select. */
  readonly ranks: readonly { readonly text: string; readonly spoken: string }[];
  /** "None", "Not ranked": given first where it is a number of the scale. */
  readonly none: { readonly text: string; readonly spoken: string };
  /** The rank given, from 1; 0 or nothing for none. */
  readonly rank?: number | undefined;
  /** The way to give none stands before the others: 0 of a scale. */
  readonly noneFirst?: boolean | undefined;
  readonly lang?: string | undefined;
}

const MOST_RADIOS = 8;

/** One candidate, with a row of radio buttons for the place in the voter's order. */
export function RankCard({ name, picture, title, note, description, children, legend, ranks, none, rank = 0, noneFirst = false, lang }: RankCardProps) {
  const noneBox = <RankBox name={name} value={0} text={none.text} spoken={none.spoken} checked={rank === 0} />;
  return (
    <div className="cand">
      <div className={picture ? "cand__top" : undefined}>
        {picture}
        <div>
          <h2 className="h3">{title}</h2>
          {note ? <p className="small muted">{note}</p> : null}
        </div>
      </div>
      {description ? <p lang={lang}>{description}</p> : null}
      {children}
      {ranks.length > MOST_RADIOS ? (
        <div>
          <label htmlFor={name}>{legend}</label>
          <select className="in in--20" id={name} name={name} defaultValue={String(rank)}>
            <option value="0">{none.spoken}</option>
            {ranks.map(({ spoken }, index) => (
              <option key={spoken} value={index + 1}>
                {spoken}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <fieldset>
          <legend className="label">{legend}</legend>
          <div className="ranks">
            {noneFirst ? noneBox : null}
            {ranks.map(({ text, spoken }, index) => (
              <RankBox key={spoken} name={name} value={index + 1} text={text} spoken={spoken} checked={rank === index + 1} />
            ))}
            {noneFirst ? null : noneBox}
          </div>
        </fieldset>
      )}
    </div>
  );
}

interface RankBoxProps {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly spoken: string;
  readonly checked: boolean;
}

function RankBox({ name, value, text, spoken, checked }: RankBoxProps) {
  return (
    <span className="rk">
      <input type="radio" name={name} id={`${name}-${value}`} value={value} aria-label={spoken} defaultChecked={checked} />
      <span aria-hidden="true">{text}</span>
    </span>
  );
}

export interface RankSlipProps {
  /** In the voter's order; a place without a title is still empty. */
  readonly places: readonly {
    readonly title: string | undefined;
    /** Values of the buttons, and their hidden words: "Move Amara Okafor up". */
    readonly up?: { readonly value: string; readonly words: string } | undefined;
    readonly down?: { readonly value: string; readonly words: string } | undefined;
  }[];
  /** "No one yet". */
  readonly empty: string;
  /** The name the moves are sent under. */
  readonly moveName: string;
  /** Sends the moves elsewhere than the form. */
  readonly formAction?: string | undefined;
}

/** The voter's order so far, with ordinary form buttons to change it. Nothing has to be dragged. */
export function RankSlip({ places, empty, moveName, formAction }: RankSlipProps) {
  return (
    <ol className="slip">
      {places.map(({ title, up, down }, index) => (
        <li key={index} className={title === undefined ? "blank" : undefined}>
          <span className="slip__n">{index + 1}</span>
          <span className={title === undefined ? "muted" : undefined}>{title ?? empty}</span>
          {up || down ? (
            <span className="slip__moves">
              {up ? <Move icon="up" name={moveName} formAction={formAction} {...up} /> : null}
              {down ? <Move icon="down" name={moveName} formAction={formAction} {...down} /> : null}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

interface MoveProps {
  readonly icon: "up" | "down";
  readonly name: string;
  readonly value: string;
  readonly words: string;
  readonly formAction: string | undefined;
}

function Move({ icon, name, value, words, formAction }: MoveProps) {
  return (
    <button className="mini" type="submit" name={name} value={value} formAction={formAction}>
      <Icon name={icon} />
      <span className="vh">{words}</span>
    </button>
  );
}

/**
 * A stylesheet that shows at once where two candidates were given the same rank, in browsers that can: each
 * warning has class `same-rank` and `same-rank--1` and so on, inside the form with class "ballot".
 *
 * @param names the names of the candidates' radio buttons
 * @throws RangeError when a name is not a plain one
 */
export function sameRankStylesheet(names: readonly string[], ranks: number): string {
  for (const name of names) if (!/^[a-z][\w-]*$/i.test(name)) throw new RangeError(`Not a plain name: ${name}`);
  const pairs = names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second] as const));
  const rules = Array.from({ length: ranks }, (_, index) => {
    const rank = index + 1;
    const clash = pairs.map(([first, second]) => `.ballot:has(#${first}-${rank}:checked):has(#${second}-${rank}:checked) .same-rank--${rank}`);
    return clash.length === 0 ? "" : `${clash.join(",")}{display:grid}`;
  });
  return `@supports selector(:has(*)){.ballot .same-rank{display:none}\n${rules.join("\n")}\n}\n`;
}
