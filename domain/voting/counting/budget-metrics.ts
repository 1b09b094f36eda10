import type { BudgetContest } from "./budget-contest.ts";

/** How the outcome serves the voters; every ballot counts, empty ones too. Money in minor units. */
export interface BudgetMetrics {
  readonly voters: number;
  /** Voters who gave points to at least one funded project. */
  readonly votersWithAWinner: number;
  readonly shareWithAWinner: number;
  /** Share of voters with none. */
  readonly exclusionRatio: number;
  readonly averageWinnersPerVoter: number;
  readonly averageCostOfWinnersPerVoter: number;
  /** Voters by the number of funded projects they gave points to: index 0 counts those with none. */
  readonly votersByWinners: readonly number[];
}

export function measure(contest: BudgetContest, funded: readonly number[]): BudgetMetrics {
  const { table } = contest;
  const isFunded = new Uint8Array(contest.projects.length);
  for (const p of funded) isFunded[p] = 1;
  const votersByWinners: number[] = [0];
  let winners = 0;
  let cost = 0n;
  for (const p of funded) {
    winners += contest.votes[p]!;
    cost += BigInt(contest.votes[p]!) * BigInt(contest.cost[p]!);
  }
  for (let row = 0; row < table.rows; row += 1) {
    let count = 0;
    for (let cell = table.offset[row]!; cell < table.offset[row + 1]!; cell += 1) count += isFunded[table.project[cell]!]!;
    votersByWinners[count] = (votersByWinners[count] ?? 0) + table.weight[row]!;
  }
  const by = Array.from(votersByWinners, (voters) => voters ?? 0);
  const { voters } = table;
  const share = (n: number): number => (voters === 0 ? 0 : n / voters);
  return {
    voters,
    votersWithAWinner: voters - by[0]!,
    shareWithAWinner: share(voters - by[0]!),
    exclusionRatio: share(by[0]!),
    averageWinnersPerVoter: share(winners),
    averageCostOfWinnersPerVoter: share(Number(cost)),
    votersByWinners: by,
  };
}

/** How many voters strictly prefer each of two outcomes: by the number of funded projects they marked, or by having any. */
export function comparePreference(
  contest: BudgetContest,
  first: readonly number[],
  second: readonly number[],
  by: "count" | "any",
): { preferFirst: number; preferSecond: number } {
  const { table } = contest;
  const marks = (funded: readonly number[]): Uint8Array => {
    const found = new Uint8Array(contest.projects.length);
    for (const p of funded) found[p] = 1;
    return found;
  };
  const [a, b] = [marks(first), marks(second)];
  let preferFirst = 0;
  let preferSecond = 0;
  for (let row = 0; row < table.rows; row += 1) {
    let [x, y] = [0, 0];
    for (let cell = table.offset[row]!; cell < table.offset[row + 1]!; cell += 1) {
      x += a[table.project[cell]!]!;
      y += b[table.project[cell]!]!;
    }
    if (by === "any") [x, y] = [Math.min(x, 1), Math.min(y, 1)];
    if (x > y) preferFirst += table.weight[row]!;
    else if (y > x) preferSecond += table.weight[row]!;
  }
  return { preferFirst, preferSecond };
}
