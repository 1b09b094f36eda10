/** Fewer people than this in one cell of a published table could be told apart. */
export const SMALLEST_CELL = 5;

type Counts = readonly (readonly number[])[];

/**
 * A table of counts as it may be published with the totals of its rows and columns: null where a cell is hidden. Hidden is every
 * cell over nothing and under `smallest`, and as many more as it takes that none of them can be worked out from the totals: each
 * hidden cell stands at the corner of a rectangle of hidden cells in which one answer more or less here could be made up for at
 * the other corners, without any of them falling under nought (Cox, "Suppression methodology and statistical disclosure
 * control", J. American Stat. Assoc. 75 (1980), 377). Null where no hiding helps, because the totals alone give a cell away.
 */
export function hideSmallCells(counts: Counts, smallest: number = SMALLEST_CELL): (number | null)[][] | null {
  const hidden = counts.map((row) => row.map((count) => count > 0 && count < smallest));
  for (;;) {
    const open = firstOpen(counts, hidden);
    if (open === null) return counts.map((row, at) => row.map((count, column) => (hidden[at]?.[column] ? null : count)));
    const [row, column] = open;
    let best: { readonly row: number; readonly column: number; readonly cost: number } | null = null;
    for (const other of rectanglesOf(counts, row, column)) {
      const cost = costOf(counts, hidden, row, other.column) + costOf(counts, hidden, other.row, column) + costOf(counts, hidden, other.row, other.column);
      if (best === null || cost < best.cost) best = { ...other, cost };
    }
    if (best === null) return null;
    for (const [r, c] of [[row, best.column], [best.row, column], [best.row, best.column]] as const) (hidden[r] as boolean[])[c] = true;
  }
}

/** A hidden cell with somebody in it that no rectangle of hidden cells protects yet. */
function firstOpen(counts: Counts, hidden: readonly (readonly boolean[])[]): readonly [number, number] | null {
  for (const [row, cells] of hidden.entries())
    for (const [column, isHidden] of cells.entries()) {
      if (!isHidden || at(counts, row, column) === 0) continue;
      if (!rectanglesOf(counts, row, column).some((other) => hidden[row]?.[other.column] && hidden[other.row]?.[column] && hidden[other.row]?.[other.column])) return [row, column];
    }
  return null;
}

/** The opposite corners of the rectangles in which a cell could be one more, or one less, with the same totals. */
function rectanglesOf(counts: Counts, row: number, column: number): readonly { readonly row: number; readonly column: number }[] {
  const width = counts[0]?.length ?? 0;
  return counts.flatMap((_, otherRow) =>
    otherRow === row
      ? []
      : Array.from({ length: width }, (__, otherColumn) => ({ row: otherRow, column: otherColumn })).filter(
          (other) =>
            other.column !== column && ((at(counts, row, other.column) > 0 && at(counts, other.row, column) > 0) || at(counts, other.row, other.column) > 0),
        ),
  );
}

const at = (counts: Counts, row: number, column: number): number => counts[row]?.[column] ?? 0;

/** What is lost by hiding a cell: those who are in it, and a little for the cell itself. */
const costOf = (counts: Counts, hidden: readonly (readonly boolean[])[], row: number, column: number): number => (hidden[row]?.[column] ? 0 : at(counts, row, column) + 1);
