/**
 * Why each project won or did not, as codes with their numbers; the words are in i18n. Everything is read from the count sheet, so that
 * an explanation never says other than the count did. Money in pence.
 */
import { budgetRule } from "#domain/voting/counting/rules.ts";
import type { BudgetProjectResult } from "#domain/voting/counting/count.ts";
import { resultOf, type CountSheet } from "./count-sheet.ts";

export type Explanation =
  /** Every project that could be funded fits in the pot together. */
  | { readonly code: "all-fit" }
  /** Its supporters had enough in their shares; each paid at most `paymentPence` for a point, or all they had left where nobody had as much. */
  | { readonly code: "won-with-shares"; readonly hadPence: number; readonly paymentPence: number; readonly allTheyHad: boolean }
  /** Bought in order of votes with what the shares had left in the pot. */
  | { readonly code: "won-with-rest"; readonly leftPence: number }
  /** Its turn came by votes (or votes for each pound) while the pot had enough. */
  | { readonly code: "won-in-order"; readonly leftPence: number }
  | { readonly code: "won" }
  /** Its supporters had less than it costs; `helped` are the winners that they had helped to pay for most. */
  | { readonly code: "lost-with-shares"; readonly hadPence: number; readonly helped: readonly number[] }
  | { readonly code: "lost-in-order"; readonly leftPence: number }
  | { readonly code: "no-support" | "over-budget" | "below-threshold" | "below-support-share" | "version-funded" | "count-stopped" | "lost" };

/** How each project's turn is measured: against its supporters' money, the pot's, or not at all. */
export type TurnMeasure = "supporters" | "pot" | "none";

/** One project when its turn came in the count. */
export interface Turn {
  readonly option: number;
  readonly funded: boolean;
  /** What there was to pay for it; null where the rule knows no such sum. */
  readonly hadPence: number | null;
  readonly costPence: number;
  readonly explanation: Explanation;
}

export function turnMeasure(sheet: CountSheet): TurnMeasure {
  const { family } = budgetRule(sheet.outcome.rule);
  const asGreedy = family === "greedy" || sheet.outcome.stages.some((stage) => stage.kind === "compared" && stage.kept === "greedy");
  if (asGreedy) return "pot";
  return family === "equal-shares" ? "supporters" : "none";
}

/** Why the option won or did not. Throws RangeError for an option that did not stand on the ballot. */
export function explain(sheet: CountSheet, option: number): Explanation {
  const result = resultOf(sheet, option);
  if (!result) throw new RangeError(`No option ${option} in this count`);
  return result.funded ? whyWon(sheet, result) : whyNot(sheet, result);
}

function whyWon(sheet: CountSheet, result: BudgetProjectResult): Explanation {
  const { stages } = sheet.outcome;
  if (stages.some((stage) => stage.kind === "endowment" && stage.stoppedBy === "all-fit")) return { code: "all-fit" };
  const leftPence = leftBefore(sheet, result.id);
  const stage = stages.find((step) => step.kind === "funded" && step.project === result.id);
  switch (turnMeasure(sheet)) {
    case "pot":
      return { code: "won-in-order", leftPence };
    case "none":
      return { code: "won" };
    case "supporters":
      if (stage?.kind === "funded" && stage.phase === "completion") return { code: "won-with-rest", leftPence };
      return {
        code: "won-with-shares",
        hadPence: wholePence(result.supportersMoneyAtTurn ?? 0),
        paymentPence: paymentPence(sheet, result.paymentPerPoint?.value ?? 0),
        allTheyHad: (result.paymentPerPoint?.value ?? 0) >= shareOf(sheet),
      };
  }
}

function whyNot(sheet: CountSheet, result: BudgetProjectResult): Explanation {
  switch (result.reason) {
    case "no-support":
    case "over-budget":
    case "below-threshold":
    case "below-support-share":
    case "version-funded":
    case "count-stopped":
      return { code: result.reason };
    default:
  }
  switch (turnMeasure(sheet)) {
    case "pot":
      return { code: "lost-in-order", leftPence: leftBefore(sheet, result.id) };
    case "none":
      return { code: "lost" };
    case "supporters": {
      const helped = [...result.supportersPaid].sort((a, b) => b.amount - a.amount).slice(0, 3);
      return { code: "lost-with-shares", hadPence: wholePence(result.supportersMoneyLeft ?? 0), helped: helped.map(({ projectId }) => Number(projectId)) };
    }
  }
}

/** What the pot had left when the count came to a project; the end of the count where it never did. */
function leftBefore(sheet: CountSheet, id: string): number {
  let spent = 0;
  for (const stage of sheet.outcome.stages) {
    if ((stage.kind === "funded" || stage.kind === "passed-over") && stage.project === id) break;
    if (stage.kind === "funded") spent = stage.spent;
  }
  return sheet.budgetPence - spent;
}

/**
 * Every project in the order of the count: winners as they won; then the others, those that came closest first
 * (equal shares) or as they were passed over (most votes first), and last those that could not win from the start.
 */
export function turns(sheet: CountSheet): readonly Turn[] {
  const { projects, stages } = sheet.outcome;
  const measure = turnMeasure(sheet);
  const passed = stages.flatMap((stage) => (stage.kind === "passed-over" ? [stage.project] : []));
  const closeness = ({ id, supportersMoneyLeft, cost, score }: BudgetProjectResult): number => {
    if (measure === "supporters") return (supportersMoneyLeft ?? 0) / cost;
    return passed.includes(id) ? projects.length - passed.indexOf(id) : score <= 0 ? -1 : 0;
  };
  const order = [...projects].sort((a, b) => (a.place ?? projects.length + 1) - (b.place ?? projects.length + 1) || closeness(b) - closeness(a) || Number(a.id) - Number(b.id));
  return order.map((result) => {
    const option = Number(result.id);
    const explanation = explain(sheet, option);
    return { option, funded: result.funded, costPence: result.cost, explanation, hadPence: had(measure, result, explanation) };
  });
}

function had(measure: TurnMeasure, result: BudgetProjectResult, explanation: Explanation): number | null {
  if (measure === "none") return null;
  if (explanation.code === "all-fit") return null;
  if ("hadPence" in explanation) return explanation.hadPence;
  if (measure === "pot") return "leftPence" in explanation ? explanation.leftPence : null;
  return result.supportersMoneyLeft === null ? null : wholePence(result.supportersMoneyLeft);
}

/** What each voter was given in the run that stands, in pounds; no limit where the rule gives no shares. */
function shareOf({ outcome }: CountSheet): number {
  const endowment = outcome.stages.find((stage) => stage.kind === "endowment");
  return endowment?.kind === "endowment" ? (endowment.perVoter[0]?.value ?? Infinity) : Infinity;
}

/** A payment in pounds as pence that somebody can have paid: no more than a whole share. */
export const paymentPence = (sheet: CountSheet, payment: number): number => Math.round(Math.min(payment, shareOf(sheet)) * 100);

/** Sums of shares are shown as doubles; what is left of an exact pound must not read as a penny less. */
const wholePence = (pence: number): number => Math.floor(pence + 1e-6);

/** One project that won and one that did not, to be told in words: the last winner, and the loser whom most people chose. */
export function workedCases(sheet: CountSheet): { readonly won: number | null; readonly lost: number | null } {
  const { projects } = sheet.outcome;
  const all = turns(sheet);
  const won = all.findLast(({ explanation }) => explanation.code === "won-with-shares" || explanation.code === "won-in-order") ?? all.findLast(({ funded }) => funded);
  const losers = projects
    .filter(({ id, funded }) => !funded && ["lost-with-shares", "lost-in-order", "lost"].includes(explain(sheet, Number(id)).code))
    .sort((a, b) => b.votes - a.votes || Number(a.id) - Number(b.id));
  return { won: won?.option ?? null, lost: losers[0] ? Number(losers[0].id) : null };
}
