import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { seededOrder } from "#domain/basics/seeded-order.ts";
import { faultsOfNumber, type BallotFault, type BallotRules } from "./ballots/ballot.ts";
import { validateBallot } from "./ballots/validate.ts";
import type { PointLimits, Vote } from "./ballot-box/vote.ts";
import type { BallotKind } from "./poll.ts";
import type { PollOption } from "./rules-of-poll.ts";

/** A ballot paper as it was frozen when the poll was made ready. It never changes again. */
export interface BallotPaper {
  readonly pollId: string;
  readonly kind: BallotKind;
  readonly question: BilingualText;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  readonly budgetPence: number | null;
  /** Points to share out in all; null for the usual number. */
  readonly pointsTotal: number | null;
  /** The most for one option, or the top of the scale; null for the usual number. */
  readonly pointsMost: number | null;
  readonly electorateId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly fingerprint: string;
  readonly seed: string;
  readonly options: readonly PollOption[];
  /** The names stand in the order of their numbers, which a published lot gave them, for everybody alike. */
  readonly orderedByLot?: boolean;
}

/** Points to share out, and the top of a scale from 0, where a poll names no number. */
export const USUAL_POINTS = { total: 10, scale: 5 } as const;

/** What a paper's limits are read from: a paper, or the poll it will be printed for. */
export type PaperLimits = Pick<BallotPaper, "kind" | "minChoices" | "maxChoices" | "budgetPence" | "pointsTotal" | "pointsMost">;

/** The options in the order one voter sees: the same each time they look, and another for each voter unless a lot ordered the paper. */
export const optionsForVoter = (paper: Pick<BallotPaper, "options" | "seed" | "orderedByLot">, voter: string): readonly PollOption[] =>
  paper.orderedByLot === true ? [...paper.options].sort((a, b) => a.number - b.number) : seededOrder(paper.options, `${paper.seed}/${voter}`);

/** The parameter of a poll's rule that says so; it stands in leaf 0 with the rule. */
export const ORDER_BY_LOT = { order: "lot" } as const;

/** Whether the order of the choices is part of the vote. */
export const isRanked = ({ kind }: Pick<BallotPaper, "kind">): boolean => kind === "ranked" || kind === "first-and-second";

/** Whether each choice carries a number of points. */
export const hasPoints = ({ kind }: Pick<BallotPaper, "kind">): boolean => kind === "cumulative" || kind === "score";

/** The limits of points as leaf 0 says them; null where ballots have none. */
export function pointLimits(paper: PaperLimits, options: number): PointLimits | null {
  const rules = rulesOfPaper(paper, options);
  if (rules.kind === "points") return { lowest: 0, highest: rules.mostForOne, total: rules.total, mustGiveAll: rules.mustGiveAll };
  return rules.kind === "score" ? { lowest: rules.lowest, highest: rules.highest, total: null, mustGiveAll: false } : null;
}

/** How such a paper may be filled in, for {@link validateBallot}; `options` is how many stand on it. */
export function rulesOfPaper(paper: PaperLimits, options: number): BallotRules {
  const min = Math.min(paper.minChoices, options);
  const one = min > 0 ? 1 : 0;
  const max = Math.min(paper.maxChoices ?? options, options);
  switch (paper.kind) {
    case "single-choice":
      return { kind: "choose-one", min: one };
    case "first-and-second":
      return { kind: "first-and-second", min: one };
    case "ranked":
      return { kind: "ranked", min, max };
    case "approval":
      return { kind: "approval", min, max };
    case "knapsack":
      return { kind: "knapsack", min, max, potPence: paper.budgetPence ?? 0 };
    case "cumulative": {
      const total = paper.pointsTotal ?? USUAL_POINTS.total;
      return { kind: "points", min, max, total, mostForOne: Math.min(paper.pointsMost ?? total, total), mustGiveAll: false };
    }
    case "score":
      return { kind: "score", min, lowest: 0, highest: paper.pointsMost ?? USUAL_POINTS.scale };
  }
}

/** The most options that may be marked on this paper. */
export function mostChoices(paper: BallotPaper): number {
  const rules = rulesOfPaper(paper, paper.options.length);
  switch (rules.kind) {
    case "choose-one":
      return 1;
    case "first-and-second":
      return Math.min(2, paper.options.length);
    case "score":
      return paper.options.length;
    default:
      return rules.max ?? paper.options.length;
  }
}

/** What a voter put beside one option: 1 for a tick, else the preference (1 is first), the points or the score. */
export interface Mark {
  readonly number: number;
  readonly value: number;
}

/** The vote that these marks make, or every reason why it cannot be cast. A fault's `optionId` is the option's number. */
export function voteOfMarks(paper: PaperLimits & Pick<BallotPaper, "options">, marks: readonly Mark[]): Result<Vote, readonly BallotFault[]> {
  const options = paper.options.map(({ number, costPence }) => ({ id: String(number), ...(costPence === null ? {} : { costPence }) }));
  const rules = rulesOfPaper(paper, options.length);
  const judged = (given: readonly Mark[]) => validateBallot(rules, options, given.map(({ number, value }) => ({ optionId: String(number), value })));
  const asGiven = judged(marks);
  // A gap is no fault of a ranking: it is closed up. What else is wrong is told with the numbers the voter gave.
  const faults = (asGiven.ok ? [] : asGiven.error).filter(({ code }) => paper.kind !== "ranked" || code !== "preference-skipped");
  const most = paper.kind === "score" ? faultsOfNumber(marks.length, 0, paper.maxChoices ?? options.length) : [];
  if (faults.length > 0 || most.length > 0) return err([...faults, ...most]);
  const valid = asGiven.ok ? asGiven : judged(withoutGaps(marks));
  if (!valid.ok) return err(valid.error);
  const sorted = isRanked(paper) ? valid.value.marks : [...valid.value.marks].sort((a, b) => Number(a.optionId) - Number(b.optionId));
  return ok({ choices: sorted.map(({ optionId }) => Number(optionId)), ...(hasPoints(paper) ? { points: sorted.map(({ value }) => value) } : {}) });
}

/** The marks that make this ballot. */
export const marksOf = (paper: Pick<BallotPaper, "kind">, { choices, points }: Vote): readonly Mark[] =>
  choices.map((number, at) => ({ number, value: isRanked(paper) ? at + 1 : (points?.[at] ?? 1) }));

/** Preferences with the gaps closed up: 1, 2, 4 becomes 1, 2, 3. Two alike stay alike. */
export function withoutGaps(marks: readonly Mark[]): readonly Mark[] {
  const used = [...new Set(marks.map(({ value }) => value).filter((value) => value > 0))].sort((a, b) => a - b);
  return marks.map(({ number, value }) => ({ number, value: value > 0 ? used.indexOf(value) + 1 : value }));
}

/** Whether closing gaps changed a preference. */
export const hasGaps = (marks: readonly Mark[]): boolean => withoutGaps(marks).some(({ value }, at) => value !== marks[at]?.value);

/** What was chosen, in the order of the paper, and what it costs in pence. */
export interface Selection {
  readonly chosen: readonly PollOption[];
  readonly costPence: number;
}

/** The options of these numbers; a number twice counts once, one that is not on the paper is left out. */
export function select(paper: Pick<BallotPaper, "options">, numbers: readonly number[]): Selection {
  const chosen = paper.options.filter(({ number }) => numbers.includes(number));
  return { chosen, costPence: chosen.reduce((sum, { costPence }) => sum + (costPence ?? 0), 0) };
}

/** How far choices are over the pot, and what would put it right. */
export interface OverBudget {
  readonly costPence: number;
  readonly potPence: number;
  readonly overPence: number;
  /** Each of these taken off alone is enough; the cheapest first. Empty when no single one is. */
  readonly enough: readonly PollOption[];
}

/** Advice for choices that cost more than the pot. */
export function overBudget({ chosen, costPence }: Selection, potPence: number): OverBudget {
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
