import { expect, test } from "vitest";
import { BallotLines } from "./ballot-lines.ts";

function read(...pieces: readonly string[]): unknown[] {
  const ballots: unknown[] = [];
  const lines = new BallotLines((choices, points) => ballots.push([choices, points]));
  for (const piece of pieces) lines.read(Buffer.from(piece));
  return ballots;
}

test("choices and points of each line, however the text is cut", () => {
  const text = '[3,19]\n[]\n[7] [-12]\n{"choices":[1,2],"points":[40,5]}\n';
  const ballots = [[[3, 19], null], [[], null], [[7], [-12]], [[1, 2], [40, 5]]];
  expect(read(text)).toEqual(ballots);
  expect(read(...text)).toEqual(ballots);
});

test("a line that is no ballot is refused", () => {
  expect(() => read("\n")).toThrow(RangeError);
  expect(() => read("[1,2\n")).toThrow(RangeError);
});
