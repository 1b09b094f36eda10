import type { BudgetDecided } from "#domain/voting/counting/count.ts";
import type { ElectionDecided } from "#domain/voting/counting/count-election.ts";
import { writeDecimal } from "#domain/voting/files/exact-decimal.ts";

/** The outcome of a budget count as lines to read. */
export function budgetSheet(outcome: BudgetDecided, names: ReadonlyMap<string, string>, money: { budget: number; moneyScale: number; currency: string }): string[] {
  const amount = (minorUnits: number): string => `${writeDecimal(minorUnits, money.moneyScale)} ${money.currency}`.trim();
  const { metrics } = outcome;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return [
    `${outcome.rule}: ${outcome.winners.length} of ${outcome.projects.length} projects, ${amount(outcome.totalCost)} of ${amount(money.budget)}`,
    "",
    ...outcome.stages.flatMap((stage) => {
      if (stage.kind !== "funded") return [];
      const effective = stage.effectiveVotes ? `, effective votes ${stage.effectiveVotes.value.toFixed(2)}` : "";
      const tie = stage.tied.length > 1 ? `, tied with ${stage.tied.filter((id) => id !== stage.project).join(", ")}` : "";
      return [`  ${stage.project}  ${names.get(stage.project) ?? ""}: ${amount(stage.cost)}${effective}${tie}`];
    }),
    "",
    `${metrics.votersWithAWinner} of ${metrics.voters} voters marked a funded project (${percent(metrics.shareWithAWinner)})`,
    "",
    "Not funded:",
    ...outcome.projects.filter(({ funded }) => !funded).map(({ id, reason, votes, cost }) => `  ${id}  ${names.get(id) ?? ""}: ${reason}, ${votes} votes, ${amount(cost)}`),
  ];
}

/** The outcome of an election as lines to read. */
export function electionSheet(outcome: ElectionDecided, name: (id: string) => string): string[] {
  return [
    `${outcome.rule}: ${outcome.metrics.valid} valid papers, ${outcome.metrics.blank} blank${outcome.quota === null ? "" : `, quota ${outcome.quota}`}`,
    "",
    ...outcome.winners.map((id, index) => `  ${index + 1}  ${name(id)}`),
    ...(outcome.ties.length > 0 ? ["", ...outcome.ties.map(({ stage, tied, chosen, decidedBy }) => `  stage ${stage}: ${tied.map(name).join(", ")} tied; ${name(chosen)} by ${decidedBy}`)] : []),
  ];
}
