import { expect, test } from "vitest";
import { BallotTableBuilder, type BallotTable } from "./ballot-table.ts";

/** Rows as text, in their order. */
const rowsOf = ({ rows, offset, project, points, weight, pot }: BallotTable): string[] =>
  Array.from({ length: rows }, (_, row) => {
    const cells = [...project.subarray(offset[row], offset[row + 1])].map((p, at) => `${p}:${points[offset[row]! + at]!}`);
    return `${cells.join(" ")} x${weight[row]!} of ${pot[row]!}`;
  });

test("marks come in any order, once each, the first with points counting; nought is no mark", () => {
  const builder = new BallotTableBuilder(9);
  builder.add([7, 0, 3], [1, 5, 2]);
  builder.add([3, 7, 3, 0, 8, 0], [2, 1, 9, 5, 0, 4]);
  builder.add([0, 0], [0, 6], 3, 1);
  builder.add([], []);
  const table = builder.build();
  expect(rowsOf(table).sort()).toEqual([" x1 of 0", "0:5 3:2 7:1 x2 of 0", "0:6 x3 of 1"]);
  expect({ voters: table.voters, pots: table.potVoters }).toEqual({ voters: 6, pots: [3, 3] });
});

test("many kinds of ballot make the same table in whatever order they come", () => {
  const ballots = Array.from({ length: 20_000 }, (_, at) => [at % 7, 7 + (at % 11), 18 + (at % 13), 31 + (at % 17)]);
  const collect = (given: readonly (readonly number[])[]): BallotTable => {
    const builder = new BallotTableBuilder(48);
    for (const marks of given) builder.add(marks, marks.map((project) => 2 ** 33 + project));
    return builder.build();
  };
  const table = collect(ballots);
  expect(table.rows).toBe(7 * 11 * 13 * 17);
  expect(rowsOf(collect(ballots.toReversed()))).toEqual(rowsOf(table));
});

test("a great many kinds of ballot stand together by their most liked projects, and are the same rows", () => {
  // Project 0 is on half of the ballots, 1 on a third, the others make each ballot another.
  const marksOf = (at: number): number[] => {
    const marks = [...(at % 2 === 0 ? [0] : []), ...(at % 3 === 0 ? [1] : [])];
    for (let bit = 0; bit < 18; bit += 1) if ((at >> bit) & 1) marks.push(bit + 2);
    return marks;
  };
  const builder = new BallotTableBuilder(21);
  const many = 210_000;
  const points = new Array<number>(20).fill(1);
  for (let at = 0; at < many; at += 1) builder.add(marksOf(at), points);
  const table = builder.build();
  expect(table.rows).toBe(many);
  // A row as bits by project: two rows of the same bits would be one.
  const rows = new Int32Array(many);
  const marks = new Array<number>(21).fill(0);
  for (let row = 0; row < many; row += 1)
    for (let cell = table.offset[row] ?? 0; cell < (table.offset[row + 1] ?? 0); cell += 1) {
      const project = table.project[cell] ?? 0;
      if ((rows[row] ?? 0) >> project !== 0) throw new Error(`The marks of row ${row} do not stand in the order of the projects, each once`);
      rows[row] = (rows[row] ?? 0) | (1 << project);
      marks[project] = (marks[project] ?? 0) + 1;
    }
  const added = Int32Array.from({ length: many }, (_, at) => marksOf(at).reduce((bits, project) => bits | (1 << project), 0));
  expect(Buffer.from(rows.toSorted().buffer).equals(Buffer.from(added.sort().buffer))).toBe(true);
  // Whether a row marks the most liked project changes once, from the first row to the last.
  const liked = marks.indexOf(Math.max(...marks));
  const likes = (row: number): number => ((rows[row] ?? 0) >> liked) & 1;
  let changes = 0;
  for (let row = 1; row < many; row += 1) changes += likes(row) ^ likes(row - 1);
  expect({ changes, first: likes(0) }).toEqual({ changes: 1, first: 1 });
});
