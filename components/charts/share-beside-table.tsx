import type { ReactNode } from "react";
import { LegendPart, MarkedBar } from "./marked-bar.tsx";

export interface ShareBesideRow {
  readonly name: ReactNode;
  /** Figures as text; what is hidden says so in words. */
  readonly people: string;
  readonly share: string;
  readonly areaShare: string;
  /** 0 to 100; null where there is none to draw. */
  readonly sharePercent: number | null;
  readonly areaPercent: number | null;
}

export interface ShareBesideTableProps {
  readonly caption: ReactNode;
  /** What bar and marker stand for. */
  readonly legend: { readonly share: string; readonly area: string };
  readonly headers: { readonly name: string; readonly people: string; readonly share: string; readonly area: string; readonly plot: string };
  readonly rows: readonly ShareBesideRow[];
}

/** A share of some people as a bar, and the share of everybody as a marker on it; the numbers stand in cells of their own. */
export function ShareBesideTable({ caption, legend, headers, rows }: ShareBesideTableProps) {
  return (
    <table className="why why--beside">
      <caption>
        <span className="h3">{caption}</span>
        <span className="legend">
          <LegendPart mark="won" words={legend.share} />
          <LegendPart mark="cost" words={legend.area} />
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{headers.name}</th>
          <th scope="col" className="n">
            {headers.people}
          </th>
          <th scope="col" className="n">
            {headers.share}
          </th>
          <th scope="col" className="n">
            {headers.area}
          </th>
          <th scope="col">
            <span className="vh">{headers.plot}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, people, share, areaShare, sharePercent, areaPercent }, at) => (
          <tr key={at}>
            <th scope="row">{name}</th>
            <td className="n" data-l={headers.people}>
              {people}
            </td>
            <td className="n" data-l={headers.share}>
              {share === "" ? null : <strong>{share}</strong>}
            </td>
            <td className="n" data-l={headers.area}>
              {areaShare}
            </td>
            <td className="b">{sharePercent === null && areaPercent === null ? null : <MarkedBar percent={sharePercent} markPercent={areaPercent} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
