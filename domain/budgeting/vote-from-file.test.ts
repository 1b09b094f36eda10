import { describe, expect, it } from "vitest";
import { parsePabulib, type PabulibFile } from "#domain/voting/files/pabulib.ts";
import { ballotFromFile, ruleOf, voteFromFile } from "./vote-from-file.ts";

function file(meta: Record<string, string>, projects: readonly string[], votes: readonly string[], columns = "voter_id;vote"): PabulibFile {
  const all = { description: "d", country: "c", unit: "Town", instance: "2026", num_projects: String(projects.length), num_votes: String(votes.length), budget: "100", vote_type: "approval", rule: "greedy", date_begin: "2026", date_end: "2026", ...meta };
  const text = ["META", "key;value", ...Object.entries(all).map(([key, value]) => `${key};${value}`), "PROJECTS", "project_id;cost;name", ...projects, "VOTES", columns, ...votes].join("\n");
  const parsed = parsePabulib(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
const taken = (read: PabulibFile) => {
  const vote = voteFromFile(read);
  if (!vote.ok) throw new Error(vote.error);
  return vote.value;
};

describe("a budget vote from a file", () => {
  it("takes the file's money for pounds, to the penny", () => {
    const vote = taken(file({ budget: "100.50" }, ["a;20;Bench", "b;100.5;Trees"], ["1;a,b"]));
    expect([vote.potPence, ...vote.projects.map(({ costPence }) => costPence)]).toEqual([10_050, 2_000, 10_050]);
    expect(voteFromFile(file({ budget: "1.005" }, ["a;1;Bench"], []))).toEqual({ ok: false, error: "finer-than-pence" });
  });

  it("leaves out what costs more than the pot, and refuses a file where nothing fits", () => {
    const vote = taken(file({}, ["a;20;Bench", "b;101;Castle"], ["1;a,b"]));
    expect(vote.leftOut).toEqual(["b"]);
    expect(vote.projects.map(({ reference }) => reference)).toEqual(["a"]);
    expect(voteFromFile(file({}, ["b;101;Castle"], []))).toEqual({ ok: false, error: "no-project-fits" });
  });

  it("keeps places and points as the file gives them", () => {
    const ranked = file({ vote_type: "ordinal", max_length: "2" }, ["a;20;A", "b;20;B", "c;20;C"], ["1;c,a,b"]);
    const vote = taken(ranked);
    expect(vote).toMatchObject({ ballotKind: "ranked", maxChoices: 2 });
    const numbers = new Map([["a", 1], ["b", 2], ["c", 3]]);
    expect(ranked.ballots.map((ballot) => ballotFromFile(vote, ballot, numbers))).toEqual([{ choices: [3, 1], ranked: true }]);
    const pointed = file({ vote_type: "cumulative" }, ["a;20;A", "b;20;B"], ["1;b,a;7,3"], "voter_id;vote;points");
    expect(pointed.ballots.map((ballot) => ballotFromFile(taken(pointed), ballot, numbers))).toEqual([{ choices: [2, 1], ranked: false, points: [7, 3] }]);
  });

  it("names the vote after its place, and projects without a name after their id", () => {
    expect(taken(file({ subunit: "Green Budget" }, ["a;20;"], [])).title).toBe("Green Budget, Town 2026");
    expect(taken(file({}, ["a;20;"], [])).projects[0]?.title).toBe("a");
    expect(taken(file({}, [`a;20;${"long ".repeat(80)}`], [])).projects[0]?.title).toHaveLength(200);
  });

  it("knows the rules that files name", () => {
    expect(["greedy", "equalshares/add1", "equalshares/add1-comparison", "equalshares", "unknown", ""].map((name) => ruleOf(name).rule)).toEqual([
      "greedy",
      "mes_cost_add1_noexh",
      "mes_cost_add1_noexh",
      "mes_cost",
      "mes_cost_add1_util",
      "mes_cost_add1_util",
    ]);
  });
});
