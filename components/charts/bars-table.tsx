import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";
import { Bar, type BarTone } from "./bar.tsx";

export interface BarsTableRow {
  readonly name: ReactNode;
  /** A little more, in small type after the name. */
  readonly note?: ReactNode;
  /** The number as text: the bar is never the only place it is in. */
  readonly value: ReactNode;
  /** A second number, such as the cost. */
  readonly second?: ReactNode;
  /** How far the bar goes, 0 to 100. */
  readonly percent: number;
  readonly tone?: BarTone | undefined;
  /** A second bar under the first, for a comparison. */
  readonly comparedPercent?: number | undefined;
  /** The bar's own share as hidden words: "54%". */
  readonly plotWords?: string | undefined;
  /** A share in view, at the right of the bar. */
  readonly besideBar?: string | undefined;
  /** A tag that says how it ended. */
  readonly result?: ReactNode;
}

export interface BarsTableProps {
  readonly caption: ReactNode;
  /** The caption's id, for a section to be named by. */
  readonly captionId?: string | undefined;
  /** As a heading of the page, as a small heading, or for screen readers only. */
  readonly captionLook?: "heading" | "small" | "hidden" | undefined;
  /** Left out where the rows speak for themselves. The plot's header is hidden unless `showPlotHeader`. */
  readonly headers?: { readonly name: string; readonly value: string; readonly second?: string; readonly plot: string; readonly result?: string } | undefined;
  readonly showPlotHeader?: boolean | undefined;
  readonly rows: readonly BarsTableRow[];
  /** Stays a table on phones: for short names and few columns. */
  readonly keep?: boolean | undefined;
}

/** A table whose last cell is a bar: it reflows, prints and reads aloud for free. */
export function BarsTable({ caption, captionId, captionLook = "small", headers, showPlotHeader, rows, keep }: BarsTableProps) {
  return (
    <table className={classNames("bars", keep && "bars--keep")}>
      <caption id={captionId} className={captionLook === "hidden" ? "vh" : undefined}>
        {captionLook === "heading" ? <span className="h2">{caption}</span> : caption}
      </caption>
      {headers ? (
        <thead>
          <tr>
            <th scope="col">{headers.name}</th>
            <th scope="col" className="n">
              {headers.value}
            </th>
            {headers.second ? (
              <th scope="col" className="n">
                {headers.second}
              </th>
            ) : null}
            <th scope="col" className="bars__plot">
              {showPlotHeader ? headers.plot : <span className="vh">{headers.plot}</span>}
            </th>
            {headers.result ? (
              <th scope="col" className="tg">
                {headers.result}
              </th>
            ) : null}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {rows.map((row, index) => (
          <Row key={index} row={row} secondHeader={headers?.second} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, secondHeader }: { readonly row: BarsTableRow; readonly secondHeader: string | undefined }) {
  return (
    <tr>
      <th scope="row">
        {row.name} {row.note ? <span className="bars__note">{row.note}</span> : null}
      </th>
      <td className="n">{row.value}</td>
      {row.second !== undefined ? (
        <td className={classNames("n cost", !row.result && "cost--alone")} data-l={secondHeader}>
          {row.second}
        </td>
      ) : null}
      <td className="b">
        <Plot row={row} />
        {row.plotWords ? <span className="vh">{row.plotWords}</span> : null}
      </td>
      {row.result ? <td className="tg">{row.result}</td> : null}
    </tr>
  );
}

function Plot({ row: { percent, tone, comparedPercent, besideBar } }: { readonly row: BarsTableRow }) {
  if (comparedPercent !== undefined)
    return (
      <span className="pair">
        <Bar percent={percent} tone={tone} height="thin" />
        <Bar percent={comparedPercent} tone="other" height="thin" />
      </span>
    );
  if (besideBar === undefined) return <Bar percent={percent} tone={tone} />;
  return (
    <span className="bars__beside">
      <Bar percent={percent} tone={tone} />
      <span className="num small">{besideBar}</span>
    </span>
  );
}
