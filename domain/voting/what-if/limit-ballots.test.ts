import { expect, test } from "vitest";
import { limitBallots } from "./limit-ballots.ts";

const mark = (projectId: string, points = 1) => ({ projectId, points });

test("a ballot over the limit keeps its most points, and by chance where they are level; the same seed keeps the same", () => {
  const ballots = [{ choices: [mark("a", 1), mark("b", 3), mark("c", 2)] }, { choices: [mark("a")] }, { choices: [] }];
  expect([...limitBallots(ballots, 2, 1)]).toEqual([{ choices: [mark("b", 3), mark("c", 2)] }, ballots[1], ballots[2]]);
  const level = Array.from({ length: 300 }, () => ({ choices: ["a", "b", "c"].map((id) => mark(id)) }));
  const kept = [...limitBallots(level, 1, 7)];
  expect([...limitBallots(level, 1, 7)]).toEqual(kept);
  for (const id of ["a", "b", "c"]) expect(kept.filter(({ choices }) => choices[0]?.projectId === id).length).toBeGreaterThan(60);
});
