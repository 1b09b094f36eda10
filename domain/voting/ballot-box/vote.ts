/** What a voter chose, as it is sealed, opened and counted: numbers of options, and nothing of the person. */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { faultsOfNumber, type BallotFaultCode, type BallotMark, type BallotRules } from "../ballots/ballot.ts";
import { validateBallot } from "../ballots/validate.ts";
import type { BallotKind } from "../poll.ts";

export interface Vote {
  /** Rising, except where their order is the vote. */
  readonly choices: readonly number[];
  /** Points for each choice, where the ballot has points. */
  readonly points?: readonly number[];
}

/** What a ballot may hold, as leaf 0 says it. */
export interface VoteRules {
  readonly kind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  /** The pot in pence; ballots of the kind `knapsack` may not spend more. */
  readonly budgetPence: number | null;
  readonly points: PointLimits | null;
  readonly options: readonly { readonly number: number; readonly costPence: number | null }[];
}

/** Limits of ballots with points. `lowest` is for scores; where points are shared out an option that is named has one at least. `total` null: no such limit. */
export interface PointLimits {
  readonly lowest: number;
  readonly highest: number;
  readonly total: number | null;
  readonly mustGiveAll: boolean;
}

/** Where leaf 0 names no limits. */
const ANY_POINTS: PointLimits = { lowest: 0, highest: 1000, total: null, mustGiveAll: false };

export const isRanked = (kind: BallotKind): boolean => kind === "ranked" || kind === "first-and-second";
const hasPoints = (kind: BallotKind): boolean => kind === "cumulative" || kind === "score";

/** The one text of a vote. */
export const canonicalVote = ({ choices, points }: Vote): string => canonicalJson({ choices, ...(points ? { points } : {}) });

/** The vote with its choices in the order in which they are kept: as given where it is ranked, else rising, each with its points. */
export function orderedVote(kind: BallotKind, { choices, points }: Vote): Vote {
  if (isRanked(kind)) return { choices: [...choices] };
  const order = choices.map((choice, at) => ({ choice, points: points?.[at] ?? 0 })).sort((a, b) => a.choice - b.choice);
  return { choices: order.map(({ choice }) => choice), ...(points ? { points: order.map((given) => given.points) } : {}) };
}

export type VoteFault = BallotFaultCode | "not-canonical";

/** Every reason why a vote does not count, by the same rules as the ballot page; none when it does. */
export function faultsOfVote(rules: VoteRules, vote: Vote): readonly VoteFault[] {
  const ordered = orderedVote(rules.kind, vote);
  if (canonicalVote(ordered) !== canonicalVote(vote) || (vote.points !== undefined) !== hasPoints(rules.kind) || (vote.points ?? vote.choices).length !== vote.choices.length) return ["not-canonical"];
  const options = rules.options.map(({ number, costPence }) => ({ id: String(number), costPence: costPence ?? 0 }));
  const marks = vote.choices.map((choice, at): BallotMark => ({ optionId: String(choice), value: isRanked(rules.kind) ? at + 1 : (vote.points?.[at] ?? 1) }));
  const valid = validateBallot(ballotRules(rules), options, marks);
  const most = rules.maxChoices !== null && rules.kind === "score" ? faultsOfNumber(marks.length, 0, rules.maxChoices) : [];
  const faults = [...(valid.ok ? [] : valid.error), ...most];
  return [...new Set(faults.map(({ code }) => code))];
}

/** The vote that stands in opened bytes, or why it does not count. Any bytes may come: a voter's own program made them. */
export function readVote(rules: VoteRules, bytes: Uint8Array): { readonly vote: Vote } | { readonly faults: readonly VoteFault[] } {
  const vote = parsed(bytes);
  if (vote === null) return { faults: ["not-canonical"] };
  const faults = faultsOfVote(rules, vote);
  return faults.length === 0 ? { vote } : { faults };
}

function parsed(bytes: Uint8Array): Vote | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text) as unknown;
    return isVote(value) && canonicalVote(value) === text ? value : null;
  } catch {
    return null;
  }
}

const areNumbers = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every((item) => Number.isSafeInteger(item));

/** Whether a value has the form of a vote; whether it counts is for `faultsOfVote`. */
export const isVote = (value: unknown): value is Vote =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).every((name) => name === "choices" || name === "points") &&
  "choices" in value &&
  areNumbers(value.choices) &&
  (!("points" in value) || areNumbers(value.points));

function ballotRules({ kind, minChoices, maxChoices, budgetPence, points, options }: VoteRules): BallotRules {
  const max = Math.min(maxChoices ?? options.length, options.length);
  const limits = points ?? ANY_POINTS;
  const atLeastOne = minChoices > 0 ? 1 : 0;
  switch (kind) {
    case "single-choice":
      return { kind: "choose-one", min: atLeastOne };
    case "first-and-second":
      return { kind: "first-and-second", min: atLeastOne };
    case "ranked":
      return { kind: "ranked", min: minChoices, max };
    case "approval":
      return { kind: "approval", min: minChoices, max };
    case "knapsack":
      return { kind: "knapsack", min: minChoices, max, potPence: budgetPence ?? 0 };
    case "cumulative":
      return { kind: "points", min: minChoices, max, total: limits.total ?? Number.MAX_SAFE_INTEGER, mostForOne: limits.highest, mustGiveAll: limits.mustGiveAll };
    case "score":
      return { kind: "score", min: minChoices, lowest: limits.lowest, highest: limits.highest };
  }
}

/** How long sealed votes are, in bytes: room for the longest that the rules allow, so that no length says what was chosen. */
export function paddedBytes({ options, kind, points }: Omit<VoteRules, "minChoices" | "maxChoices" | "budgetPence">): number {
  const highest = Math.max((points ?? ANY_POINTS).highest, Math.abs((points ?? ANY_POINTS).lowest));
  const longest = canonicalVote({ choices: options.map(({ number }) => number), ...(hasPoints(kind) ? { points: options.map(() => -highest) } : {}) });
  return Math.ceil((32 + 2 + longest.length) / 64) * 64;
}
