import { expect, test } from "vitest";
import { mayLink, threadsOf, type ThreadEnd } from "./thread.ts";

const vote: ThreadEnd = { kind: "engagement", id: "vote" };
const swings: ThreadEnd = { kind: "project", id: "swings" };
const lights: ThreadEnd = { kind: "project", id: "lights" };
const safer: ThreadEnd = { kind: "target", id: "safer" };

test("each thread runs from its first voice to the last thing it moved", () => {
  const a = { from: vote, to: swings };
  const b = { from: vote, to: lights };
  const c = { from: lights, to: safer };
  expect(threadsOf([a, b, c])).toEqual([[a], [b, c]]);
  expect(threadsOf([])).toEqual([]);
});

test("strands run only forward", () => {
  expect(mayLink("engagement", "project")).toBe(true);
  expect(mayLink("project", "target")).toBe(true);
  expect(mayLink("project", "asset-transfer")).toBe(true);
  expect(mayLink("target", "project")).toBe(false);
  expect(mayLink("target", "asset-transfer")).toBe(false);
  expect(mayLink("project", "project")).toBe(false);
});
