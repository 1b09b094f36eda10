import { assertNever } from "#domain/basics/assert.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { faultsOfApproval } from "./approval.ts";
import { fault, type BallotFault, type BallotMark, type BallotOption, type BallotRules } from "./ballot.ts";
import { faultsOfChooseOne } from "./choose-one.ts";
import { faultsOfPoints } from "./cumulative.ts";
import { faultsOfFirstAndSecond } from "./first-and-second.ts";
import { faultsOfKnapsack } from "./knapsack.ts";
import { faultsOfRanking } from "./ranked.ts";
import { faultsOfScore } from "./score.ts";

/** Marks that satisfy the rules: by preference where the paper is ranked, otherwise in the order of the options. */
export interface ValidBallot {
  readonly kind: BallotRules["kind"];
  readonly marks: readonly BallotMark[];
}

/** Whether a ballot may be cast, with every reason against it. The server and the page use this same function. */
export function validateBallot(rules: BallotRules, options: readonly BallotOption[], marks: readonly BallotMark[]): Result<ValidBallot, BallotFault[]> {
  const byId = new Map(options.map((option) => [option.id, option]));
  const faults = [...faultsOfMarks(byId, marks), ...faultsByKind(rules, byId, marks)];
  if (faults.length > 0) return err(faults);
  const place = new Map(options.map(({ id }, index) => [id, index]));
  const ranked = rules.kind === "ranked" || rules.kind === "first-and-second";
  const sorted = [...marks].sort((a, b) => (ranked ? a.value - b.value : (place.get(a.optionId) ?? 0) - (place.get(b.optionId) ?? 0)));
  return ok({ kind: rules.kind, marks: sorted });
}

function faultsOfMarks(options: ReadonlyMap<string, BallotOption>, marks: readonly BallotMark[]): BallotFault[] {
  const seen = new Set<string>();
  return marks.flatMap(({ optionId, value }) => {
    const faults: BallotFault[] = [];
    if (!options.has(optionId)) faults.push(fault("option-unknown", {}, optionId));
    if (seen.has(optionId)) faults.push(fault("option-repeated", {}, optionId));
    if (!Number.isSafeInteger(value)) faults.push(fault("value-not-whole", {}, optionId));
    seen.add(optionId);
    return faults;
  });
}

function faultsByKind(rules: BallotRules, options: ReadonlyMap<string, BallotOption>, marks: readonly BallotMark[]): BallotFault[] {
  switch (rules.kind) {
    case "choose-one":
      return faultsOfChooseOne(rules.min, marks);
    case "first-and-second":
      return faultsOfFirstAndSecond(rules.min, marks);
    case "ranked":
      return faultsOfRanking(rules, marks);
    case "approval":
      return faultsOfApproval(rules, marks);
    case "knapsack":
      return faultsOfKnapsack(rules, options, marks);
    case "points":
      return faultsOfPoints(rules, marks);
    case "score":
      return faultsOfScore(rules, options.size, marks);
    default:
      return assertNever(rules);
  }
}

/** Points that a budget rule counts: 1 for a plain mark, points and scores as given, rankings as longest - place (first = longest). */
export function budgetPoints(rules: BallotRules, ballot: ValidBallot): { projectId: string; points: number }[] {
  const longest = rules.kind === "ranked" ? rules.max : 2;
  return ballot.marks.map(({ optionId, value }) => {
    switch (rules.kind) {
      case "points":
        return { projectId: optionId, points: value };
      case "score":
        return { projectId: optionId, points: Math.max(0, value) };
      case "ranked":
      case "first-and-second":
        return { projectId: optionId, points: longest - value + 1 };
      case "choose-one":
      case "approval":
      case "knapsack":
        return { projectId: optionId, points: 1 };
      default:
        return assertNever(rules);
    }
  });
}
