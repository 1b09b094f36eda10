import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { countBudgetVote } from "#domain/voting/counting/count.ts";
import { countElection } from "#domain/voting/counting/count-election.ts";
import { ELECTION_RULE_IDS } from "#domain/voting/counting/election-rules.ts";
import { ruleSheet } from "#domain/voting/counting/rule-sheets.ts";
import { BUDGET_RULE_IDS, isBudgetRuleId } from "#domain/voting/counting/rules.ts";
import { parseBlt } from "#domain/voting/files/blt.ts";
import { parsePabulib } from "#domain/voting/files/pabulib.ts";

const folder = path.join(import.meta.dirname, "..", "..", "docs", "counting-rules");
const text = (name: string): string => readFileSync(path.join(folder, name), "utf8");
const rules = [...BUDGET_RULE_IDS, ...ELECTION_RULE_IDS];

function winnersOfExample(rule: (typeof rules)[number]): readonly string[] {
  const budget = parsePabulib(text("example.pb"));
  const election = parseBlt(text("example.blt"));
  if (!budget.ok || !election.ok || rule === "approval" || rule === "score") throw new Error("No example");
  const candidates = election.value.candidates.map(({ number }) => String(number));
  const ballots = election.value.ballots.map(({ ranking, multiplicity }) => ({ ranking: ranking.map(String), multiplicity }));
  const outcome = isBudgetRuleId(rule)
    ? countBudgetVote({ ...budget.value, rule })
    : countElection({ candidates, ballots, rule, places: rule === "scottish_stv" ? election.value.places : 1 });
  if (outcome.status !== "decided") throw new Error("The examples need no lots");
  return outcome.winners;
}

test.each(rules)("%s has a sheet with source, arithmetic, ties and example", (rule) => {
  const name = `${ruleSheet(rule)}.md`;
  expect(existsSync(path.join(folder, name)), name).toBe(true);
  const sheet = text(name);
  for (const part of ["**Source.**", "**Arithmetic.**", "**Ties", "**Worked example", `\`${rule}\``]) expect(sheet).toContain(part);
  expect(text("README.md")).toContain(name);
});

test.each(rules.filter((rule) => rule !== "approval" && rule !== "score"))("the example of %s is what the count gives", (rule) => {
  const printed = new RegExp(`^\\| \`${rule}\` \\| ([\\w, ]+) \\|$`, "m").exec(text(`${ruleSheet(rule)}.md`))?.[1];
  expect(printed?.split(", ")).toEqual(winnersOfExample(rule));
});
