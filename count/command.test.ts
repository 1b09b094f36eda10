import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { runCount } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "folkmoot-count-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const PB = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\na;60\nb;50\nc;50\nVOTES\nvoter_id;vote\n1;a\n2;a,b\n3;c,b\n4;c\n5;a\n";
const BLT = "3 1\n4 1 2 0\n3 2 0\n2 3 2 0\n0\nAnn\nBryn\nCeri\nWard\n";
const printed = async (...given: string[]): Promise<Record<string, unknown>> => {
  const answer = await runCount([...given, "--json"], () => {});
  if (!answer.ok) throw new Error(answer.error.join());
  return JSON.parse(answer.value) as Record<string, unknown>;
};
const faults = async (...given: string[]): Promise<string[]> => {
  const answer = await runCount(given, () => {});
  return answer.ok ? [] : answer.error.map((line) => line.replace(folder, ""));
};

test("a budget vote is counted, plain or gzipped, with parameters set", async () => {
  const plain = file("a.pb", PB);
  expect(await printed(plain, "--rule", "greedy")).toMatchObject({ rule: "greedy", winners: ["a"], total_cost: 60, metrics: { voters: 5, voters_with_a_winner: 3 } });
  expect(await printed(file("a.pb.gz", gzipSync(PB)), "--rule=greedy", "--set", "budget=110.50")).toMatchObject({ winners: ["a", "b"], params: { budget: 110.5 } });
  expect(await printed(plain, "--rule", "greedy", "--set", "budget=110", "--set", "lot_order=c,b,a")).toMatchObject({ winners: ["a", "c"] });
  expect(await printed(plain, "--rule", "greedy", "--set", "budget=110", "--set", "lot_order=none")).toEqual({ rule: "greedy", status: "lots-required", tied: ["b", "c"] });
  expect(await printed(plain, "--rule", "greedy_threshold", "--set", "threshold=3", "--set", "budget=200")).toMatchObject({ winners: ["a"] });
});

test("an election is counted", async () => {
  expect(await printed(file("a.blt", BLT), "--rule", "irv")).toMatchObject({ winners: [2], stages: [{ excluded: 3 }, { votes: { 1: 4, 2: 5 } }] });
  expect(await printed(file("a.blt", BLT), "--rule", "fptp", "--set", "seats=2")).toMatchObject({ winners: [1, 2] });
});

test("a file of marks or points fills an office", async () => {
  const points = PB.replace("approval", "scoring").replace("voter_id;vote", "voter_id;vote;points").replace("1;a\n2;a,b\n3;c,b\n4;c\n5;a\n", "1;a;1\n2;a,b;1,9\n3;c,b;2,2\n");
  expect(await printed(file("a.pb", PB), "--rule", "approval")).toMatchObject({ rule: "approval", winners: ["a"], winner: "a", order: ["a", "b", "c"], stages: [{ votes: { a: 3, b: 2, c: 2 } }] });
  expect(await printed(file("p.pb", points), "--rule", "score", "--set", "seats=2")).toMatchObject({ rule: "score", winners: ["b", "a"], stages: [{ scores: { a: "2", b: "11", c: "2" } }] });
  expect(await printed(file("p.pb", points), "--rule", "score", "--set", "seats=2", "--set", "lot_order=none")).toEqual({ rule: "score", status: "lots-required", tied: ["a", "c"] });
  expect(await faults(file("p.pb", points), "--rule", "score", "--set", "budget=10", "--set", "seats=9")).toEqual(["budget does not apply to score", "9 places for 3 candidates"]);
});

test("what cannot be counted is said in one line each", async () => {
  const plain = file("a.pb", PB);
  expect(await faults(plain, "--rule", "irv")).toEqual(["irv fills offices; this file is a budget vote"]);
  expect(await faults(file("a.blt", BLT), "--rule", "greedy")).toEqual(["greedy shares out money; this file is an election"]);
  expect(await faults(plain, "--rule", "greedy_threshold")).toHaveLength(1);
  expect(await faults(file("bad.pb", PB.replace("c;50", "c;fifty").replace("5;a", "5;z")), "--rule", "greedy")).toEqual([
    '/bad.pb:9:3: "fifty" is not a number that can be read without doubt',
    '/bad.pb:16:3: there is no project "z"',
  ]);
  expect((await faults("--rule", "plurality", "--set", "x=1")).slice(0, 3)).toEqual([expect.stringContaining("unknown parameter"), "name one file to count", expect.stringContaining('unknown rule "plurality"')]);
  expect(await faults(join(folder, "none.pb"), "--rule", "greedy")).toEqual(["/none.pb: cannot be read (ENOENT)"]);
});

test("a readable sheet names winners and losers", async () => {
  const answer = await runCount([file("a.pb", PB), "--rule", "mes_cost"], () => {});
  expect(answer.ok && answer.value).toContain("Not funded:");
});
