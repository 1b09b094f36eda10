import { testAssociation, type Association } from "./chi-square.ts";
import { hideSmallCells } from "./hide-small-cells.ts";

/** Two closed things against each other. Rows and columns in which nobody is are left out. */
export interface CrossTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Null where a cell is hidden, because too few people are in it or it would give such a cell away. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
  readonly association: Association | null;
}

/**
 * The table of counted pairs. `hide`: as it may be published; null then means that the totals alone would give somebody away.
 * Totals are those of the cells, so that hiding holds; with several answers to one question they count answers and not people.
 */
export function crossTable(
  { rows, columns, countOf, hide }: { readonly rows: readonly string[]; readonly columns: readonly string[]; readonly countOf: (row: string, column: string) => number; readonly hide: boolean },
): CrossTable | null {
  const keptRows = rows.filter((row) => columns.some((column) => countOf(row, column) > 0));
  const keptColumns = columns.filter((column) => rows.some((row) => countOf(row, column) > 0));
  const counts = keptRows.map((row) => keptColumns.map((column) => countOf(row, column)));
  const cells = hide ? hideSmallCells(counts) : counts;
  if (cells === null) return null;
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
  const rowTotals = counts.map(sum);
  return {
    rows: keptRows,
    columns: keptColumns,
    cells,
    rowTotals,
    columnTotals: keptColumns.map((_, at) => sum(counts.map((row) => row[at] ?? 0))),
    total: sum(rowTotals),
    association: testAssociation(counts),
  };
}
