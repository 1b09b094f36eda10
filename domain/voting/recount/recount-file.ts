/**
 * Counts a file that a person has, wherever that is done: in a browser as at the command line. Nothing of the file leaves the caller.
 * Lots are never drawn: where only they can decide, the answer names the tied.
 */
import { countBudgetVote, type BudgetDecided } from "../counting/count.ts";
import { countElection, type ElectionDecided, type ElectionOutcome } from "../counting/count-election.ts";
import { isElectionRuleId, type ElectionRuleId } from "../counting/election-rules.ts";
import { isBudgetRuleId, type BudgetRuleId } from "../counting/rules.ts";
import { readBlt, type BltFile } from "../files/blt.ts";
import type { FileFault } from "../files/file-fault.ts";
import { readPabulib, type PabulibFile } from "../files/pabulib.ts";
import { officeOfPabulib } from "./office-of-pabulib.ts";

export interface RecountRequest {
  /** The name of the file; its ending says the format: `.pb` or `.blt`, each also with `.gz`. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly rule: BudgetRuleId | ElectionRuleId;
  /** Places to fill in an election; as the file says, or 1, where null. */
  readonly places: number | null;
  /** Ids, first drawn first; empty until somebody has drawn lots. */
  readonly lots: readonly string[];
  readonly onStep?: (steps: number) => void;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export type RecountRefusal = "not-a-ballot-file" | "rule-is-for-offices" | "rule-is-for-budgets" | "rule-needs-points" | "threshold-missing" | "too-many-places";

/** What a count of a file gives. Money in units of 1/`moneyScale` of the file's currency. */
export type Recount =
  | { readonly kind: "faults"; readonly faults: readonly FileFault[] }
  | { readonly kind: "refused"; readonly reason: RecountRefusal }
  | { readonly kind: "lots-required"; readonly tied: readonly Named[] }
  | {
      readonly kind: "budget";
      readonly outcome: BudgetDecided;
      readonly budget: number;
      readonly moneyScale: number;
      readonly currency: string;
      readonly names: readonly Named[];
    }
  | { readonly kind: "election"; readonly outcome: ElectionDecided; readonly names: readonly Named[] };

/** Whether a count of such a file can be asked for, told by its name; null where the ending is none of these. */
export function kindOfFile(name: string): "pb" | "blt" | null {
  const ending = /\.(pb|blt)(\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  return ending === "pb" || ending === "blt" ? ending : null;
}

/** Reads and counts a file, or says everything that stands in the way. What `onStep` throws ends the count. */
export async function recountFile(request: RecountRequest): Promise<Recount> {
  const kind = kindOfFile(request.name);
  if (kind === null) return { kind: "refused", reason: "not-a-ballot-file" };
  if (kind === "blt") {
    const read = await readBlt(request.bytes);
    return read.ok ? countBlt(read.value, request) : { kind: "faults", faults: read.error };
  }
  const read = await readPabulib(request.bytes);
  return read.ok ? countPabulib(read.value, request) : { kind: "faults", faults: read.error };
}

function countPabulib(file: PabulibFile, { rule, places, lots, onStep }: RecountRequest): Recount {
  const names = file.projects.map(({ id, name }) => ({ id, name: name || id }));
  if (rule === "approval" || rule === "score") {
    if ((places ?? 1) > names.length) return { kind: "refused", reason: "too-many-places" };
    return elected(countElection(officeOfPabulib(file, rule, places ?? 1, lots)), names);
  }
  if (!isBudgetRuleId(rule)) return { kind: "refused", reason: "rule-is-for-offices" };
  const threshold = rule === "greedy_threshold" ? Number(file.meta["min_project_score_threshold"] ?? Number.NaN) : 0;
  if (Number.isNaN(threshold)) return { kind: "refused", reason: "threshold-missing" };
  const { budget, moneyScale, pointsScale, projects, ballots } = file;
  const outcome = countBudgetVote({ projects: projects.map(({ id, cost }) => ({ id, cost })), ballots, budget, moneyScale, pointsScale, rule, params: { threshold }, lotOrder: lots, onStep });
  if (outcome.status === "lots-required") return { kind: "lots-required", tied: named(outcome.tied, names) };
  return { kind: "budget", outcome, budget, moneyScale, currency: file.meta["currency"] ?? "", names };
}

function countBlt(file: BltFile, { rule, places, lots }: RecountRequest): Recount {
  if (!isElectionRuleId(rule)) return { kind: "refused", reason: "rule-is-for-budgets" };
  if (rule === "approval" || rule === "score") return { kind: "refused", reason: "rule-needs-points" };
  const standing = file.candidates.filter(({ withdrawn }) => !withdrawn);
  const seats = places ?? (rule === "scottish_stv" ? file.places : 1);
  if (seats > standing.length) return { kind: "refused", reason: "too-many-places" };
  const ballots = file.ballots.map(({ ranking, multiplicity }) => ({ ranking: ranking.map(String), multiplicity }));
  const names = standing.map(({ number, name }) => ({ id: String(number), name }));
  return elected(countElection({ candidates: names.map(({ id }) => id), rule, places: seats, ballots, lotOrder: lots }), names);
}

function elected(outcome: ElectionOutcome, names: readonly Named[]): Recount {
  return outcome.status === "decided" ? { kind: "election", outcome, names } : { kind: "lots-required", tied: named(outcome.tied, names) };
}

const named = (ids: readonly string[], names: readonly Named[]): Named[] => ids.map((id) => names.find((each) => each.id === id) ?? { id, name: id });
