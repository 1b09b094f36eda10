import { describe, expect, test } from "vitest";
import type { Actor } from "#domain/councils/actor.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { fillBox, shut } from "#testing/factories/ballot-box.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { askWhatIf } from "./actions.ts";
import { listEarlierPolls } from "./queries.ts";
import { tryRules, type VoteToTry, type WhatIfInput } from "./try-rules.ts";

await testDatabase();
const as = (at: SystemScope): ActorScope => {
  const actor: Actor = { personId: randomId(), email: "o@example.com", name: "Ros Officer", roles: ["engagement-officer", "returning-officer"], operator: false, secondFactor: true };
  return { ...at, kind: "actor", actor } as unknown as ActorScope;
};
const council = await makeCouncil();
const officer = as(council);
const COSTS = [4_000, 5_000, 3_000, 20_000];
const vote: VoteToTry = { costs: COSTS, ballotKind: "approval", minChoices: 1, maxChoices: null };
const RULES: readonly BudgetRuleId[] = ["greedy", "mes_cost_add1_util"];
const asked: WhatIfInput = { budgetPence: 9_000, rules: RULES, source: "simulated", seed: 1, voters: 200, maxChoices: null, earlier: "" };

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function declaredPoll(): Promise<string> {
  const pollId = await makeReadyPoll(council, { ballotKind: "approval", budgetPence: 9_000, costs: COSTS, rule: "greedy" });
  await fillBox(council, pollId, [{ times: 60, choices: [1, 2] }, { times: 30, choices: [3, 4] }]);
  await shut(pollId);
  await countPoll(council, pollId);
  await declareResult(officer, { pollId, name: "Ros" });
  return pollId;
}

describe("trying rules", () => {
  test("on made-up ballots gives each rule's winners, the same for the same number", async () => {
    const once = await tryRules(officer, vote, asked, null);
    expect(once).toMatchObject({ ok: true, value: { voters: 200, outcomes: [{ rule: "greedy" }, { rule: "mes_cost_add1_util" }] } });
    expect(await tryRules(officer, vote, asked, null)).toEqual(once);
    expect(await tryRules(officer, vote, { ...asked, budgetPence: 3_000 }, null)).toMatchObject({ value: { outcomes: [{ winners: ["3"] }, { winners: ["3"] }] } });
  });

  test("on the published ballots of an earlier vote, never on those of one that is not declared or is another council's", async () => {
    const running = await makeReadyPoll(council, { ballotKind: "approval", budgetPence: 9_000, costs: COSTS, rule: "greedy" });
    await fillBox(council, running, [{ times: 60, choices: [1] }]);
    const earlier = await declaredPoll();
    expect((await listEarlierPolls(officer, 4)).map(({ id }) => id)).toEqual([earlier]);
    expect(await listEarlierPolls(officer, 3)).toEqual([]);
    const others = as(await makeCouncil());
    expect(await listEarlierPolls(others, 4)).toEqual([]);
    const on = (scope: ActorScope, poll: string) => tryRules(scope, vote, { ...asked, source: "earlier", earlier: poll }, null);
    expect(await on(officer, earlier)).toMatchObject({ ok: true, value: { voters: 90, outcomes: [{ winners: ["1", "2"] }, { winners: ["1", "3"] }] } });
    for (const refused of [await on(officer, running), await on(others, earlier)]) expect(refused).toEqual({ ok: false, error: { code: "no-earlier-vote" } });
  });

  test("on a file, whole or not at all", async () => {
    const file = (projects: string, votes: string) => pieces(`META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\n${projects}VOTES\nvoter_id;vote\n${votes}`);
    const four = "x;1\ny;1\nz;1\nw;1\n";
    const on = (content: AsyncIterable<Uint8Array> | null) => tryRules(officer, vote, { ...asked, source: "file" }, content);
    expect(await on(file(four, "1;z\n2;z,x\n3;x\n4;z\n"))).toMatchObject({ ok: true, value: { voters: 4, outcomes: [{ winners: ["3", "1"] }, {}] } });
    expect(await on(file("x;1\n", "1;x\n"))).toMatchObject({ error: { code: "other-number-of-projects" } });
    expect(await on(file(four, "1;nobody\n"))).toMatchObject({ error: { code: "file-has-faults", faults: [{ code: "project-unknown", line: 13 }] } });
    expect(await on(null)).toEqual({ ok: false, error: { code: "no-file" } });
  });

  test("is given up when it takes too long, and refuses what the form does not allow", async () => {
    expect(await tryRules(officer, vote, asked, null, 0)).toEqual({ ok: false, error: { code: "took-too-long" } });
    expect(await tryRules(officer, { ...vote, costs: [] }, asked, null)).toEqual({ ok: false, error: { code: "no-projects" } });
    const values = { pot: ["p"], budgetPence: ["90"], rules: ["greedy"], source: ["simulated"], seed: ["1"], voters: ["50"], maxChoices: [""] };
    const ask = (change: Readonly<Record<string, readonly string[]>>) => askWhatIf(officer, { values: { ...values, ...change }, files: {} }, (pot) => (pot === "p" ? vote : null));
    expect(await ask({})).toMatchObject({ ok: true });
    expect(await ask({ rules: [], voters: ["1"] })).toMatchObject({ error: { faults: [{ field: "rules", code: "no-rule" }, { field: "voters", code: "too-small" }] } });
    expect(await ask({ rules: ["greedy_threshold"] })).toMatchObject({ error: { faults: [{ field: "rules", code: "choose-one" }] } });
    expect(await ask({ pot: ["q"] })).toMatchObject({ error: { faults: [{ field: "pot" }] } });
    expect(await ask({ source: ["file"] })).toMatchObject({ error: { faults: [{ field: "file", code: "no-file" }] } });
  });
});
