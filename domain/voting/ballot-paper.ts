import type { BilingualText } from "#domain/basics/bilingual.ts";
import { seededOrder } from "#domain/basics/seeded-order.ts";
import type { BallotKind } from "./poll.ts";
import type { PollOption } from "./rules-of-poll.ts";

/** Kinds of ballot that there is a page for. */
export const PAPER_KINDS = ["single-choice", "approval", "knapsack"] as const satisfies readonly BallotKind[];
export type PaperKind = (typeof PAPER_KINDS)[number];

export const isPaperKind = (kind: BallotKind): kind is PaperKind => (PAPER_KINDS as readonly BallotKind[]).includes(kind);

/** A ballot paper as it was frozen when the poll was made ready. It never changes again. */
export interface BallotPaper {
  readonly pollId: string;
  readonly kind: PaperKind;
  readonly question: BilingualText;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  readonly budgetPence: number | null;
  readonly electorateId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly fingerprint: string;
  readonly seed: string;
  readonly options: readonly PollOption[];
}

/** The options in the order one voter sees: the same each time they look, and another for each voter. */
export const optionsForVoter = (paper: BallotPaper, voter: string): readonly PollOption[] => seededOrder(paper.options, `${paper.seed}/${voter}`);

/** Why choices cannot be cast. */
export type ChoicesFault =
  | { readonly code: "unknown-option" }
  | { readonly code: "too-few"; readonly min: number }
  | { readonly code: "too-many"; readonly max: number; readonly chosen: number }
  | { readonly code: "costs-too-much"; readonly advice: OverBudget };

/** What was chosen, in the order of the paper, and what it costs in pence. */
export interface Selection {
  readonly chosen: readonly PollOption[];
  readonly costPence: number;
}

/** The most that may be chosen on this paper. */
export const mostChoices = (paper: BallotPaper): number => (paper.kind === "single-choice" ? 1 : Math.min(paper.maxChoices ?? paper.options.length, paper.options.length));

/** The options of these numbers; a number twice counts once, one that is not on the paper is left out. */
export function select(paper: BallotPaper, numbers: readonly number[]): Selection {
  const chosen = paper.options.filter(({ number }) => numbers.includes(number));
  return { chosen, costPence: chosen.reduce((sum, { costPence }) => sum + (costPence ?? 0), 0) };
}

/** The first reason why these choices cannot be cast, or null. The database asks the same once more. */
export function faultOfChoices(paper: BallotPaper, numbers: readonly number[]): ChoicesFault | null {
  if (numbers.some((number) => !paper.options.some((option) => option.number === number))) return { code: "unknown-option" };
  const { chosen, costPence } = select(paper, numbers);
  if (chosen.length < paper.minChoices) return { code: "too-few", min: paper.minChoices };
  const max = mostChoices(paper);
  if (chosen.length > max) return { code: "too-many", max, chosen: chosen.length };
  const pot = paper.budgetPence;
  if (paper.kind === "knapsack" && pot !== null && costPence > pot) return { code: "costs-too-much", advice: overBudget(chosen, costPence, pot) };
  return null;
}

/** How far choices are over the pot, and what would put it right. */
export interface OverBudget {
  readonly costPence: number;
  readonly potPence: number;
  readonly overPence: number;
  /** Each of these taken off alone is enough; the cheapest first. Empty when no single one is. */
  readonly enough: readonly PollOption[];
}

function overBudget(chosen: readonly PollOption[], costPence: number, potPence: number): OverBudget {
  const overPence = costPence - potPence;
  const enough = chosen.filter((option) => (option.costPence ?? 0) >= overPence).sort((a, b) => (a.costPence ?? 0) - (b.costPence ?? 0) || a.number - b.number);
  return { costPence, potPence, overPence, enough };
}

/** What would still fit in the pot beside the choices: the dearest such option, and how many others. Null when nothing would. */
export function couldAdd(paper: BallotPaper, { chosen, costPence }: Selection): { readonly dearest: PollOption; readonly others: number } | null {
  if (paper.kind !== "knapsack" || paper.budgetPence === null || chosen.length >= mostChoices(paper)) return null;
  const left = paper.budgetPence - costPence;
  const fits = paper.options.filter((option) => !chosen.includes(option) && (option.costPence ?? 0) <= left);
  const [dearest] = [...fits].sort((a, b) => (b.costPence ?? 0) - (a.costPence ?? 0) || a.number - b.number);
  return dearest ? { dearest, others: fits.length - 1 } : null;
}
