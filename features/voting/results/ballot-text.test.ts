import { expect, test } from "vitest";
import { BallotText } from "./ballot-text.ts";

function read(...pieces: readonly string[]): unknown[] {
  const ballots: unknown[] = [];
  const text = new BallotText((choices, points) => ballots.push([[...choices], points && [...points]]));
  for (const piece of pieces) text.read(Buffer.from(piece));
  text.end();
  return ballots;
}

test("choices and points of each ballot, however the text is cut", () => {
  const text = '[3,19];[];\n[7] [-12];{"choices":[1,2],"points":[40,5]};\n';
  const ballots = [[[3, 19], null], [[], null], [[7], [-12]], [[1, 2], [40, 5]]];
  expect(read(text)).toEqual(ballots);
  expect(read(...text)).toEqual(ballots);
});

test("what is no ballot is refused, and so is half of one", () => {
  for (const text of [";", "[1,2;", "[1] [2] [3];", "[1,2", "[1,2]"]) expect(() => read(text), text).toThrow(RangeError);
});
