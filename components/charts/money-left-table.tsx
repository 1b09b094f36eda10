import type { ReactNode } from "react";
import { LegendPart, MarkedBar } from "./marked-bar.tsx";

export interface MoneyLeftRow {
  readonly name: ReactNode;
  /** What its supporters had left when its turn came, as text. */
  readonly had: string;
  /** What it costs, as text. */
  readonly costs: string;
  /** Both as shares of the same whole, 0 to 100. */
  readonly hadPercent: number;
  readonly costPercent: number;
  readonly won: boolean;
}

export interface MoneyLeftTableProps {
  readonly caption: ReactNode;
  /** "Enough: it won", "Not enough", "What it costs". */
  readonly legend: { readonly won: string; readonly lost: string; readonly cost: string };
  readonly headers: { readonly name: string; readonly had: string; readonly costs: string; readonly plot: string };
  /** The headers again in a word each, before the numbers on phones. */
  readonly short: { readonly had: string; readonly costs: string };
  readonly rows: readonly MoneyLeftRow[];
}

/** Why it won: the bar is the money its supporters had left, the gold marker what it costs. Past the marker, it won. */
export function MoneyLeftTable({ caption, legend, headers, short, rows }: MoneyLeftTableProps) {
  return (
    <table className="why">
      <caption>
        <span className="h3">{caption}</span>
        <span className="legend">
          <LegendPart mark="won" words={legend.won} />
          <LegendPart mark="lost" words={legend.lost} />
          <LegendPart mark="cost" words={legend.cost} />
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{headers.name}</th>
          <th scope="col" className="n">
            {headers.had}
          </th>
          <th scope="col" className="n">
            {headers.costs}
          </th>
          <th scope="col">
            <span className="vh">{headers.plot}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <th scope="row">{row.name}</th>
            <td className="n" data-l={short.had}>
              <strong>{row.had}</strong>
            </td>
            <td className="n" data-l={short.costs}>
              {row.costs}
            </td>
            <td className="b">
              <MarkedBar percent={row.hadPercent} markPercent={row.costPercent} pale={!row.won} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
