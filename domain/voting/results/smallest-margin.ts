/**
 * How close a count by order of support was. Only the greedy rules have such a number: they look at nothing but the order of projects, so
 * one ballot more or less moves a project by one place at most where each ballot gives each project one vote.
 * Equal shares, Phragmén and maximum welfare weigh all ballots together: for them no number of ballots can be said.
 */
import type { BudgetProjectResult } from "#domain/voting/counting/count.ts";
import { budgetRule } from "#domain/voting/counting/rules.ts";
import type { CountSheet } from "./count-sheet.ts";

/**
 * The fewest ballots whose taking away could change who won: with fewer gone, whichever they are, the same projects win.
 * Null where it cannot be said: by rules that are not greedy, where ballots give points, where the least support is a share of voters, and
 * where nobody won. A tie that taking ballots away would make counts as a change.
 */
export function smallestMargin(sheet: Pick<CountSheet, "budgetPence" | "outcome">, ballotsGivePoints: boolean): number | null {
  const { rule, params, projects, totalCost } = sheet.outcome;
  const kind = budgetRule(rule);
  if (kind.family !== "greedy" || ballotsGivePoints || params.supportMultiple > 0) return null;
  const winners = projects.filter(({ funded }) => funded);
  if (winners.length === 0) return null;
  const lead = (ahead: BudgetProjectResult, behind: BudgetProjectResult): number => ballotsToOvertake(ahead, behind, kind.by === "score-per-cost");
  const stopped = kind.skip ? undefined : firstThatDidNotFit(projects, lead);
  const margins = [
    ...winners.map(({ votes }) => votes - Math.max(1, params.threshold) + 1),
    ...projects.filter(isPassedOver).map((loser) => {
      const ahead = winners.filter((winner) => lead(winner, loser) > 0);
      const leads = ahead.map((winner) => ({ cost: winner.cost, ballots: lead(winner, loser) })).toSorted((one, other) => one.ballots - other.ballots);
      const nearest = leads[0]?.ballots ?? 1;
      if (loser.reason === "version-funded") return nearest;
      if (kind.skip) return ballotsToFit(loser.cost, sheet.budgetPence - ahead.reduce((sum, { cost }) => sum + cost, 0), leads);
      // The count stops at the first that does not fit: before a winner, that ends it; and whoever fits gets in before the one that stopped it.
      return stopped === undefined || stopped === loser || loser.cost > sheet.budgetPence - totalCost ? nearest : Math.min(nearest, lead(stopped, loser));
    }),
  ];
  return Math.max(1, Math.min(...margins));
}

const isPassedOver = ({ funded, reason }: BudgetProjectResult): boolean => !funded && (reason === "does-not-fit" || reason === "count-stopped" || reason === "version-funded");

/** The project at which a rule that passes over nothing stopped: the best of those that were not reached, or did not fit. */
function firstThatDidNotFit(projects: readonly BudgetProjectResult[], lead: (ahead: BudgetProjectResult, behind: BudgetProjectResult) => number): BudgetProjectResult | undefined {
  return projects.find(({ reason }) => reason === "does-not-fit") ?? projects.filter(({ reason }) => reason === "count-stopped").toSorted((one, other) => lead(other, one) - lead(one, other))[0];
}

/** How many must overtake: the nearest winners fall behind one after another until there is room. */
function ballotsToFit(cost: number, room: number, leads: readonly { readonly cost: number; readonly ballots: number }[]): number {
  let free = room;
  if (cost <= free) return 0;
  for (const { cost: freed, ballots } of leads) {
    free += freed;
    if (cost <= free) return ballots;
  }
  return leads.at(-1)?.ballots ?? 1;
}

/**
 * Ballots for `ahead` whose taking away puts `behind` before it; 0 where it stands before it already. Level projects go by lower cost, and
 * then by lots, which may fall either way.
 */
function ballotsToOvertake(ahead: BudgetProjectResult, behind: BudgetProjectResult, perCost: boolean): number {
  const [aheadCost, behindCost] = perCost ? [BigInt(ahead.cost), BigInt(behind.cost)] : [1n, 1n];
  const distance = BigInt(ahead.votes) * behindCost - BigInt(behind.votes) * aheadCost;
  if (distance < 0n) return 0;
  const whole = distance / behindCost;
  if (distance % behindCost > 0n) return Number(whole) + 1;
  return Number(whole) + (whole > 0n && behind.cost <= ahead.cost ? 0 : 1);
}
