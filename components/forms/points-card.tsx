import type { ReactNode } from "react";

export interface PointsCardProps {
  /** The name the points are sent under, and the field's id. */
  readonly name: string;
  readonly picture?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly description?: ReactNode;
  /** "Points for Zebra crossing". */
  readonly label: string;
  /** As it was typed, so that what is no number can be shown again. */
  readonly value: string;
  readonly lang?: string | undefined;
}

/** One option with a field for the points it is given: text with a number keyboard, so that nothing changes by scrolling. */
export function PointsCard({ name, picture, title, note, description, label, value, lang }: PointsCardProps) {
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
      <div className="cand__points">
        <label htmlFor={name}>{label}</label>
        <input className="in in--4" id={name} name={name} type="text" inputMode="numeric" autoComplete="off" defaultValue={value} data-points-for="" />
      </div>
    </div>
  );
}
