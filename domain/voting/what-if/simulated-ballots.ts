/**
 * Made-up ballots for trying a counting rule before a vote: the same seed always gives the same ones. They follow no real person and
 * forecast nothing. Every project gets a popularity between 1 and 10 by chance; every voter a number of choices by chance within the
 * limits, and then projects by chance, the popular ones more often. Points fall from the first choice to the last.
 */
import { seededNumbers } from "../../basics/seeded-order.ts";
import type { BallotKind } from "../poll.ts";
import type { BudgetBallot } from "../counting/count.ts";
import { pointsOfBallot } from "../results/ballot-points.ts";

export interface Simulation {
  readonly seed: number;
  readonly voters: number;
  readonly ballotKind: BallotKind;
  readonly minChoices: number;
  /** Null: any number; then voters choose at most {@link USUAL_MOST}. */
  readonly maxChoices: number | null;
  /** Costs in pence by place on the list; the options are numbered from 1. */
  readonly costs: readonly number[];
  readonly budgetPence: number;
}

/** How many projects a voter chooses at most where the ballot sets no limit. */
export const USUAL_MOST = 5;

export function* simulatedBallots(simulation: Simulation): Generator<BudgetBallot> {
  const { voters, ballotKind, costs, budgetPence } = simulation;
  const next = seededNumbers(String(simulation.seed));
  const chance = (): number => next() / 2 ** 32;
  const popularity = costs.map(() => 1 + 9 * chance());
  const most = Math.min(costs.length, mostChoices(simulation));
  const least = Math.min(most, Math.max(1, simulation.minChoices));
  for (let voter = 0; voter < voters; voter += 1) {
    const wanted = least + Math.floor(chance() * (most - least + 1));
    const room = ballotKind === "knapsack" ? budgetPence : Infinity;
    const chosen = drawProjects(popularity, costs, wanted, room, chance);
    const points = chosen.map((_, place) => chosen.length - place);
    yield { choices: pointsOfBallot(ballotKind, simulation.maxChoices, chosen, points).flatMap(({ option, points: given }) => (given > 0 ? [{ projectId: String(option), points: given }] : [])) };
  }
}

function mostChoices({ ballotKind, maxChoices }: Simulation): number {
  if (ballotKind === "single-choice") return 1;
  if (ballotKind === "first-and-second") return 2;
  return maxChoices ?? USUAL_MOST;
}

/** Options by their number, each at most once, the popular ones more often; only those that fit in the room left. */
function drawProjects(popularity: readonly number[], costs: readonly number[], wanted: number, room: number, chance: () => number): number[] {
  const chosen: number[] = [];
  let left = room;
  while (chosen.length < wanted) {
    const open = popularity.map((_, at) => at).filter((at) => !chosen.includes(at + 1) && (costs[at] ?? 0) <= left);
    const all = open.reduce((sum, at) => sum + (popularity[at] ?? 0), 0);
    let mark = chance() * all;
    const drawn = open.find((at) => (mark -= popularity[at] ?? 0) < 0) ?? open.at(-1);
    if (drawn === undefined) break;
    chosen.push(drawn + 1);
    left -= costs[drawn] ?? 0;
  }
  return chosen;
}
