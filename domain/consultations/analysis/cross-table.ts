import { hideSmallCounts } from "#domain/basics/small-counts.ts";
import { testAssociation, type Association } from "./chi-square.ts";
import { hideSmallCells, SMALLEST_CELL } from "./hide-small-cells.ts";

/** Two closed things against each other. Rows and columns in which nobody is are left out. */
export interface CrossTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Null where a cell is hidden, because too few people are in it or it would give such a cell away. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** Null where a total is hidden, because too few people are in it or it would give such a total away. */
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
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
  const columnTotals = keptColumns.map((_, at) => sum(counts.map((row) => row[at] ?? 0)));
  // A row of two people tells of two people, whatever its cells say. Cells are hidden as if all totals were known, so hiding some is safe.
  const shown = (totals: readonly number[]): readonly (number | null)[] => (hide ? hideSmallCounts(totals.map((count, key) => ({ key, count })), SMALLEST_CELL).map(({ count }) => count) : totals);
  const [shownRows, shownColumns] = [shown(rowTotals), shown(columnTotals)];
  return {
    rows: keptRows,
    columns: keptColumns,
    // The cells of a row whose total is hidden would add up to it.
    cells: cells.map((row, at) => row.map((cell, place) => (cell !== 0 && (shownRows[at] === null || shownColumns[place] === null) ? null : cell))),
    rowTotals: shownRows,
    columnTotals: shownColumns,
    total: sum(rowTotals),
    association: testAssociation(counts),
  };
}
