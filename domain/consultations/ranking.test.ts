import { expect, test } from "vitest";
import { option, question } from "#testing/factories/surveys.ts";
import { movedRank } from "./ranking.ts";

const asked = [question("r", "ranking", { options: ["a", "b", "c"].map(option), most: 2 })];
const ranks = (a: string, b: string, c: string) => ({ "r.rank.a": [a], "r.rank.b": [b], "r.rank.c": [c] });

test("buttons alone give every order: put next, up and down", () => {
  const first = movedRank(asked, {}, "r:b:next");
  expect(first).toEqual(ranks("", "1", ""));
  const second = movedRank(asked, first, "r:a:next");
  expect(second).toEqual(ranks("2", "1", ""));
  expect(movedRank(asked, second, "r:a:up")).toEqual(ranks("1", "2", ""));
  expect(movedRank(asked, second, "r:b:down")).toEqual(ranks("1", "2", ""));
});

test("no more is put than may be, nothing unknown is, and gaps are closed up", () => {
  expect(movedRank(asked, ranks("2", "1", ""), "r:c:next")).toEqual(ranks("2", "1", ""));
  expect(movedRank(asked, ranks("", "5", ""), "r:nothing:next")).toEqual(ranks("", "1", ""));
  expect(movedRank(asked, ranks("", "1", ""), "elsewhere")).toEqual(ranks("", "1", ""));
});
