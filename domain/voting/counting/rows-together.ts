import type { BallotTable } from "./ballot-table.ts";

/**
 * The same table with rows that mark the same popular projects next to each other. No count depends on the order of rows; but it goes
 * through the supporters of one project after the other, and with a million ballots most of its time is spent fetching them from far apart.
 */
export function rowsTogether(table: BallotTable): BallotTable {
  const { rows, projects, offset, project } = table;
  const rank = ranks(table);
  // The two most liked projects of each row; `projects` stands for none.
  const first = new Int32Array(rows);
  const second = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const end = offset[row + 1]!;
    let [best, next] = [projects, projects];
    for (let cell = offset[row]!; cell < end; cell += 1) {
      const here = rank[project[cell]!]!;
      if (here < best) {
        next = best;
        best = here;
      } else if (here < next) next = here;
    }
    first[row] = best;
    second[row] = next;
  }
  const asTheyAre = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) asTheyAre[row] = row;
  return inOrder(table, sortedBy(first, projects, sortedBy(second, projects, asTheyAre)));
}

/** The place of each project among all, by the number of rows that mark it. */
function ranks({ projects, project }: BallotTable): Int32Array {
  const marks = new Int32Array(projects);
  for (let cell = 0; cell < project.length; cell += 1) marks[project[cell]!]! += 1;
  const rank = new Int32Array(projects);
  [...marks.keys()].sort((a, b) => marks[b]! - marks[a]! || a - b).forEach((p, place) => (rank[p] = place));
  return rank;
}

/** Sorts by keys from 0 to `largest` without comparing; rows with equal keys stay in order. */
function sortedBy(key: Int32Array, largest: number, order: Int32Array): Int32Array {
  const next = new Int32Array(largest + 2);
  for (let row = 0; row < key.length; row += 1) next[key[row]! + 1]! += 1;
  for (let at = 0; at <= largest; at += 1) next[at + 1]! += next[at]!;
  const sorted = new Int32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at]!;
    const to = next[key[row]!]!;
    next[key[row]!] = to + 1;
    sorted[to] = row;
  }
  return sorted;
}

function inOrder(table: BallotTable, order: Int32Array): BallotTable {
  const { rows, offset: fromOffset, project: fromProject, points: fromPoints } = table;
  const offset = new Int32Array(rows + 1);
  const project = new Int32Array(fromProject.length);
  const points = new Float64Array(fromPoints.length);
  const weight = new Float64Array(rows);
  const pot = new Int32Array(rows);
  let cell = 0;
  for (let row = 0; row < rows; row += 1) {
    const from = order[row]!;
    const end = fromOffset[from + 1]!;
    for (let at = fromOffset[from]!; at < end; at += 1) {
      project[cell] = fromProject[at]!;
      points[cell] = fromPoints[at]!;
      cell += 1;
    }
    offset[row + 1] = cell;
    weight[row] = table.weight[from]!;
    pot[row] = table.pot[from]!;
  }
  return { ...table, offset, project, points, weight, pot };
}
