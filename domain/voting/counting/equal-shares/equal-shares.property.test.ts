import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, compare, divide, fraction, multiply, subtract, ZERO, type Fraction } from "#domain/basics/fraction.ts";
import { smallBudgetVote, type SmallBudgetVote } from "#testing/arbitraries/budget-votes.ts";
import { cases, PROPERTY_TIMEOUT } from "#testing/fuzz.ts";
import { countBudgetVote, type BudgetDecided } from "../count.ts";
import { BUDGET_RULE_IDS, type BudgetRuleId } from "../rules.ts";

const equalShares = BUDGET_RULE_IDS.filter((id) => id.startsWith("mes_"));
const plain = fc.constantFrom<BudgetRuleId>("mes_unit", "mes_cost");

function count(vote: SmallBudgetVote, rule: BudgetRuleId, arithmetic?: "exact"): BudgetDecided {
  const outcome = countBudgetVote({ ...vote, rule, arithmetic, lotOrder: vote.projects.map(({ id }) => id), params: { increment: 3 } });
  if (outcome.status !== "decided") throw new Error("Decided, given all lots");
  return outcome;
}

/** The rule as the textbook says it, voter by voter, in fractions: slow, and sharing nothing with the engine. */
function textbook(vote: SmallBudgetVote, utility: "unit" | "cost"): { winners: string[]; money: Fraction[] } {
  const money = vote.ballots.map(() => fraction(BigInt(vote.budget), BigInt(vote.ballots.length)));
  const pointsOf = (voter: number, id: string): bigint => BigInt(vote.ballots[voter]?.choices.find(({ projectId }) => projectId === id)?.points ?? 0);
  const score = (id: string): bigint => vote.ballots.reduce((sum, _, voter) => sum + pointsOf(voter, id), 0n);
  const winners: string[] = [];
  let left = vote.projects.filter(({ id, cost }) => score(id) > 0n && cost <= vote.budget);
  for (;;) {
    const priced = left.flatMap((project, place) => {
      const supporters = money.flatMap((has, voter) => (pointsOf(voter, project.id) > 0n ? [{ voter, has, points: fraction(pointsOf(voter, project.id)) }] : []));
      if (compare(supporters.reduce((sum, { has }) => add(sum, has), ZERO), fraction(BigInt(project.cost))) < 0) return [];
      supporters.sort((a, b) => compare(divide(a.has, a.points), divide(b.has, b.points)));
      let rest = fraction(BigInt(project.cost));
      let points = supporters.reduce((sum, each) => add(sum, each.points), ZERO);
      for (const { has, points: mine } of supporters) {
        const perPoint = divide(rest, points);
        if (compare(has, multiply(perPoint, mine)) >= 0)
          return [{ project, place, supporters, perPoint, rate: utility === "unit" ? perPoint : divide(perPoint, fraction(BigInt(project.cost))) }];
        rest = subtract(rest, has);
        points = subtract(points, mine);
      }
      return [];
    });
    priced.sort((a, b) => compare(a.rate, b.rate) || a.project.cost - b.project.cost || Number(score(b.project.id) - score(a.project.id)) || vote.projects.indexOf(a.project) - vote.projects.indexOf(b.project));
    const best = priced[0];
    if (!best) return { winners, money };
    for (const { voter, has, points } of best.supporters) {
      const due = multiply(best.perPoint, points);
      money[voter] = compare(has, due) <= 0 ? ZERO : subtract(has, due);
    }
    winners.push(best.project.id);
    left = left.filter((project) => project !== best.project);
  }
}

describe("properties of equal shares", { timeout: PROPERTY_TIMEOUT }, () => {
  test("certified doubles and exact integers give the same count sheet, with every completion", () => {
    const votes = fc.oneof(smallBudgetVote(), smallBudgetVote({ points: 4 }), smallBudgetVote({ exclusive: true }), smallBudgetVote({ maxVoters: 200, maxProjects: 12 }));
    fc.assert(fc.property(votes, fc.constantFrom(...equalShares), (vote, rule) => void expect(count(vote, rule)).toEqual(count(vote, rule, "exact"))), cases(300));
  });

  test("the engine elects what the textbook says", () => {
    fc.assert(
      fc.property(fc.oneof(smallBudgetVote(), smallBudgetVote({ points: 4 })), plain, (vote, rule) =>
        void expect(count(vote, rule).winners).toEqual(textbook(vote, rule === "mes_unit" ? "unit" : "cost").winners)), cases(200),
    );
  });

  test("priceability: supporters pay for what they marked, exactly its cost, and cannot afford anything more", () => {
    fc.assert(
      fc.property(smallBudgetVote(), plain, (vote, rule) => {
        const { money } = textbook(vote, rule === "mes_unit" ? "unit" : "cost");
        const outcome = count(vote, rule);
        const left = money.reduce(add, ZERO);
        expect(compare(add(left, fraction(BigInt(outcome.totalCost))), fraction(BigInt(vote.budget)))).toBe(0);
        for (const project of outcome.projects)
          if (!project.funded && project.reason === "supporters-cannot-pay") expect(project.supportersMoneyLeft).toBeLessThan(project.cost);
      }),
      cases(150),
    );
  });

  test("extended justified representation up to one project", () => {
    fc.assert(fc.property(smallBudgetVote({ maxVoters: 12, maxProjects: 6 }), plain, (vote, rule) => void expect(unrepresented(vote, rule)).toEqual([])), cases(150));
  });
});

/**
 * Sets of projects T whose supporters of all of T, a group large enough to pay for T from its share, include enough voters who neither
 * have as much from the winners as T is worth nor would with any one project more (Peters, Pierczyński, Skowron 2021, definition 3).
 */
function unrepresented(vote: SmallBudgetVote, rule: BudgetRuleId): string[][] {
  const winners = new Set(count(vote, rule).winners);
  const worth = (ids: readonly string[]): number =>
    vote.projects.filter(({ id }) => ids.includes(id)).reduce((sum, { cost }) => sum + (rule === "mes_unit" ? 1 : cost), 0);
  const failures: string[][] = [];
  for (let bits = 1; bits < 1 << vote.projects.length; bits += 1) {
    const chosen = vote.projects.filter((_, index) => bits & (1 << index));
    const ids = chosen.map(({ id }) => id);
    const cost = chosen.reduce((sum, project) => sum + project.cost, 0);
    const unhappy = vote.ballots.filter(({ choices }) => {
      const marked = choices.map(({ projectId }) => projectId);
      if (!ids.every((id) => marked.includes(id))) return false;
      const mine = marked.filter((id) => winners.has(id));
      const best = Math.max(worth(mine), ...marked.map((id) => worth([...new Set([...mine, id])])));
      return worth(mine) < worth(ids) && best <= worth(ids);
    });
    if (cost <= vote.budget && unhappy.length * vote.budget >= cost * vote.ballots.length) failures.push(ids);
  }
  return failures;
}
