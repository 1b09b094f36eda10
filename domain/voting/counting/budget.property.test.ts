import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, compare, divide, fraction, ZERO } from "#domain/basics/fraction.ts";
import { smallBudgetVote, type SmallBudgetVote } from "#testing/arbitraries/budget-votes.ts";
import { cases, PROPERTY_TIMEOUT } from "#testing/fuzz.ts";
import type { BallotTable } from "./ballot-table.ts";
import { countBudgetVote, tableOfBallots, type BudgetDecided } from "./count.ts";
import { RunsMade } from "./equal-shares/run.ts";
import { BUDGET_RULE_IDS, type BudgetRuleId } from "./rules.ts";

const ruleId = fc.constantFrom(...BUDGET_RULE_IDS);
const anyVote = fc.oneof(smallBudgetVote(), smallBudgetVote({ points: 3 }), smallBudgetVote({ exclusive: true }));

function count(vote: SmallBudgetVote, rule: BudgetRuleId, lotOrder = vote.projects.map(({ id }) => id)): BudgetDecided {
  // A step of 5 keeps raised endowments to a few runs.
  const outcome = countBudgetVote({ ...vote, rule, lotOrder, params: { increment: 5 } });
  if (outcome.status !== "decided") throw new Error("Decided, given all lots");
  return outcome;
}

/** The same table from its last row to its first. */
function backwards(table: BallotTable): BallotTable {
  const order = Array.from({ length: table.rows }, (_, at) => table.rows - 1 - at);
  const cells = order.flatMap((row) => Array.from({ length: table.offset[row + 1]! - table.offset[row]! }, (_, at) => table.offset[row]! + at));
  let cell = 0;
  return {
    ...table,
    offset: Int32Array.from([0, ...order.map((row) => (cell += table.offset[row + 1]! - table.offset[row]!))]),
    project: Int32Array.from(cells, (at) => table.project[at]!),
    points: Float64Array.from(cells, (at) => table.points[at]!),
    weight: Float64Array.from(order, (row) => table.weight[row]!),
    pot: Int32Array.from(order, (row) => table.pot[row]!),
  };
}

const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...items], { minLength: items.length });

describe("properties of every budget rule", { timeout: PROPERTY_TIMEOUT }, () => {
  test("anonymity: the order of ballots changes nothing", () => {
    const votes = anyVote.chain((vote) => fc.record({ vote: fc.constant(vote), ballots: shuffled(vote.ballots) }));
    fc.assert(fc.property(votes, ruleId, ({ vote, ballots }, rule) => void expect(count({ ...vote, ballots }, rule)).toEqual(count(vote, rule))), cases(150));
  });

  test("the order in which the table holds its rows changes nothing", () => {
    fc.assert(
      fc.property(anyVote, ruleId, (vote, rule) => {
        const table = tableOfBallots(vote.projects, vote.ballots);
        const decide = (ballots: BallotTable) => {
          const outcome = countBudgetVote({ ...vote, ballots, rule, lotOrder: vote.projects.map(({ id }) => id), params: { increment: 5 } });
          return outcome.status === "decided" ? { winners: outcome.winners, ties: outcome.ties } : outcome;
        };
        expect(decide(backwards(table))).toEqual(decide(table));
      }),
      cases(100),
    );
  });

  test("counting by several rules from the same runs gives what each gives alone, also where lots are missing", () => {
    fc.assert(
      fc.property(anyVote, shuffled(BUDGET_RULE_IDS), fc.boolean(), (vote, rules, withLots) => {
        const runsMade = new RunsMade();
        const input = { ...vote, params: { increment: 5 }, ...(withLots ? { lotOrder: vote.projects.map(({ id }) => id) } : {}) };
        for (const rule of rules) expect(countBudgetVote({ ...input, rule, runsMade })).toEqual(countBudgetVote({ ...input, rule }));
      }),
      cases(20),
    );
  });

  test("merging-identical-ballots-changes-nothing", () => {
    fc.assert(
      fc.property(anyVote, ruleId, fc.integer({ min: 2, max: 4 }), (vote, rule, copies) => {
        const merged = { ...vote, ballots: vote.ballots.map((ballot) => ({ ...ballot, multiplicity: copies })) };
        const apart = { ...vote, ballots: vote.ballots.flatMap((ballot) => Array.from({ length: copies }, () => ballot)) };
        expect(count(merged, rule)).toEqual(count(apart, rule));
      }),
      cases(100),
    );
  });

  test("neutrality: neither names nor places on the list matter", () => {
    const votes = anyVote.chain((vote) => fc.record({ vote: fc.constant(vote), projects: shuffled(vote.projects) }));
    fc.assert(
      fc.property(votes, ruleId, ({ vote, projects }, rule) => {
        const name = (id: string): string => `renamed ${id}`;
        const renamed = {
          ...vote,
          projects: projects.map((project) => ({ ...project, id: name(project.id) })),
          ballots: vote.ballots.map(({ choices }) => ({ choices: choices.map((choice) => ({ ...choice, projectId: name(choice.projectId) })) })),
        };
        const outcome = count(renamed, rule, vote.projects.map(({ id }) => name(id)));
        const expected = count(vote, rule).winners.map(name);
        expect(rule.startsWith("maxwelfare") ? new Set(outcome.winners) : outcome.winners).toEqual(rule.startsWith("maxwelfare") ? new Set(expected) : expected);
      }),
      cases(150),
    );
  });

  test("never-spends-more-than-the-pot, and funds at most one version of a project", () => {
    fc.assert(
      fc.property(anyVote, ruleId, (vote, rule) => {
        const { winners, totalCost } = count(vote, rule);
        const funded = vote.projects.filter(({ id }) => winners.includes(id));
        expect(totalCost).toBe(funded.reduce((sum, { cost }) => sum + cost, 0));
        expect(totalCost).toBeLessThanOrEqual(vote.budget);
        const groups = funded.flatMap(({ exclusiveGroup }) => (exclusiveGroup === undefined ? [] : [exclusiveGroup]));
        expect(new Set(groups).size).toBe(groups.length);
      }),
      cases(300),
    );
  });

  test("lots-change-only-what-lots-decided, and are asked for exactly where they are needed", () => {
    fc.assert(
      fc.property(anyVote, ruleId, (vote, rule) => {
        const without = countBudgetVote({ ...vote, rule, params: { increment: 5 } });
        if (without.status === "lots-required") {
          expect(without.tied.length).toBeGreaterThan(1);
          return;
        }
        const backwards = vote.projects.map(({ id }) => id).reverse();
        expect(new Set(count(vote, rule, backwards).winners)).toEqual(new Set(without.winners));
      }),
      cases(300),
    );
  });

  test("raising-a-winner-keeps-it-winning (greedy by votes: a further approval of a winner cannot unseat it)", () => {
    fc.assert(
      fc.property(smallBudgetVote(), fc.constantFrom<BudgetRuleId>("greedy", "greedy_noskip", "greedy_ratio"), fc.nat(), (vote, rule, pick) => {
        const { winners } = count(vote, rule);
        const raised = winners[pick % Math.max(1, winners.length)];
        if (raised === undefined) return;
        const ballots = vote.ballots.map(({ choices }) =>
          choices.some(({ projectId }) => projectId === raised) ? { choices } : { choices: [...choices, { projectId: raised, points: 1 }] },
        );
        expect(count({ ...vote, ballots }, rule).winners).toContain(raised);
      }),
      cases(200),
    );
  });

  test("the-same-count-twice-gives-the-same-bytes", () => {
    fc.assert(fc.property(anyVote, ruleId, (vote, rule) => void expect(JSON.stringify(count(vote, rule))).toBe(JSON.stringify(count(vote, rule)))), cases(50));
  });
});

describe("maximum welfare and Phragmén beside their definitions", { timeout: PROPERTY_TIMEOUT }, () => {
  test("no set of projects within the pot has more welfare", () => {
    fc.assert(
      fc.property(anyVote, fc.constantFrom<BudgetRuleId>("maxwelfare_score", "maxwelfare_cost"), (vote, rule) => {
        const { winners, projects } = count(vote, rule);
        const welfare = (ids: readonly string[]): number =>
          projects.filter(({ id }) => ids.includes(id)).reduce((sum, { score, cost }) => sum + score * (rule === "maxwelfare_cost" ? cost : 1), 0);
        let most = 0;
        for (let bits = 0; bits < 1 << vote.projects.length; bits += 1) {
          const set = vote.projects.filter((_, index) => bits & (1 << index));
          const groups = set.flatMap(({ exclusiveGroup }) => exclusiveGroup ?? []);
          if (set.reduce((sum, { cost }) => sum + cost, 0) <= vote.budget && new Set(groups).size === groups.length)
            most = Math.max(most, welfare(set.map(({ id }) => id)));
        }
        expect(welfare(winners)).toBe(most);
      }),
      cases(100),
    );
  });

  test("each step of Phragmén leaves the least load, voter by voter", () => {
    fc.assert(
      fc.property(smallBudgetVote(), (vote) => {
        const loads = vote.ballots.map(() => ZERO);
        const supporters = (id: string): number[] => vote.ballots.flatMap(({ choices }, voter) => (choices.some(({ projectId }) => projectId === id) ? [voter] : []));
        const winners: string[] = [];
        let left = vote.budget;
        for (;;) {
          const steps = vote.projects
            .filter(({ id, cost }) => !winners.includes(id) && cost <= left && supporters(id).length > 0)
            .map((project) => {
              const behind = supporters(project.id);
              const load = divide(behind.reduce((sum, voter) => add(sum, loads[voter] ?? ZERO), fraction(BigInt(project.cost))), fraction(BigInt(behind.length)));
              return { project, behind, load };
            })
            .sort((a, b) => compare(a.load, b.load) || a.project.cost - b.project.cost || b.behind.length - a.behind.length);
          const best = steps[0];
          if (!best) break;
          for (const voter of best.behind) loads[voter] = best.load;
          winners.push(best.project.id);
          left -= best.project.cost;
        }
        expect(count(vote, "phragmen_skip").winners).toEqual(winners);
      }),
      cases(100),
    );
  });
});
