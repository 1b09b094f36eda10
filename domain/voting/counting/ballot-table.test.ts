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
  const marksOf = (at: number): number[] => [...(at % 2 === 0 ? [0] : []), ...(at % 3 === 0 ? [1] : []), ...Array.from({ length: 19 }, (_, bit) => bit + 2).filter((bit) => (at >> (bit - 2)) & 1)];
  const builder = new BallotTableBuilder(21);
  const many = 210_000;
  for (let at = 0; at < many; at += 1) builder.add(marksOf(at), marksOf(at).map(() => 1));
  const table = builder.build();
  const rows = Array.from({ length: table.rows }, (_, row) => [...table.project.subarray(table.offset[row], table.offset[row + 1])]);
  expect(rows.length).toBe(many);
  expect(new Set(rows.map(String)).size).toBe(many);
  // Whether a row marks the most liked project changes once, from the first row to the last.
  const marks = new Map<number, number>();
  for (const p of rows.flat()) marks.set(p, (marks.get(p) ?? 0) + 1);
  const [liked = -1] = [...marks].sort(([p, a], [q, b]) => b - a || p - q).map(([p]) => p);
  const changes = rows.filter((row, at) => at > 0 && row.includes(liked) !== (rows[at - 1] ?? []).includes(liked)).length;
  expect({ changes, first: rows[0]?.includes(liked) }).toEqual({ changes: 1, first: true });
});
