import { expect, test } from "vitest";
import { BallotTableBuilder, type BallotTable } from "./ballot-table.ts";
import { rowsTogether } from "./rows-together.ts";

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

test("rows put together are the same rows, those with the most liked project first", () => {
  const builder = new BallotTableBuilder(4);
  for (const marks of [[2], [0, 1], [], [1, 2], [1], [0, 2], [3], [1, 3]]) builder.add(marks, marks.map((project) => project + 1));
  const table = builder.build();
  const together = rowsTogether(table);
  expect(rowsOf(together).sort()).toEqual(rowsOf(table).sort());
  const marksOfFirst = [...together.project.subarray(together.offset[0], together.offset[1])];
  expect(marksOfFirst).toContain(1);
  expect(rowsOf(together).slice(4).every((row) => !row.includes("1:2"))).toBe(true);
  expect(rowsOf(together).at(-1)).toBe(" x1 of 0");
});
