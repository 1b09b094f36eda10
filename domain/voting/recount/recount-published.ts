/** Counts the published ballots of a declared result again and compares the two, by winners and by both digests (docs/data/vote-results.md). */
import { canonicalJson } from "../../basics/canonical-json.ts";
import type { BudgetProject } from "../counting/budget-contest.ts";
import { countBudgetVote, tableOfBallots, type BudgetDecided } from "../counting/count.ts";
import type { BallotTable } from "../counting/ballot-table.ts";
import type { FileFault } from "../files/file-fault.ts";
import { readPabulib, type PabulibFile } from "../files/pabulib.ts";
import { ballotLines, type CountSheet } from "../results/count-sheet.ts";
import { plainShares } from "../results/poll-rule.ts";

/** `count.json` of a result whose ballots are published. */
export interface PublishedCount {
  readonly format: "folkmoot/count/v1";
  readonly rules: string | null;
  readonly digest: string;
  readonly ballots: string;
  readonly projects: readonly { readonly number: number; readonly id: string; readonly title: string }[];
  readonly sheet: CountSheet;
}

export interface PublishedRecountRequest {
  readonly votes: AsyncIterable<Uint8Array>;
  readonly published: PublishedCount;
  /** SHA-256 in hex; null where the caller has none. */
  readonly sha256: ((text: string) => Promise<string>) | null;
  readonly onStep?: (steps: number) => void;
}

/** Whether two counts are the same; null where it could not be checked. */
export interface Sameness {
  readonly winners: boolean;
  readonly ballots: boolean | null;
  readonly digest: boolean | null;
}

export type PublishedRecount =
  | { readonly kind: "faults"; readonly faults: readonly FileFault[] }
  /** The two files do not tell of the same projects, pot or costs. */
  | { readonly kind: "refused"; readonly reason: "files-differ" }
  | { readonly kind: "lots-required"; readonly tied: readonly string[] }
  | { readonly kind: "counted"; readonly outcome: BudgetDecided; readonly ballotsDigest: string | null; readonly digest: string | null; readonly same: Sameness };

/** The text of `count.json`, or null where it is no such file or one without ballots. */
export function readPublishedCount(text: string): PublishedCount | null {
  const given = JSON.parse(text) as Partial<PublishedCount>;
  return given.format === "folkmoot/count/v1" && given.sheet?.version === 1 && Array.isArray(given.projects) ? (given as PublishedCount) : null;
}

/** Reads the ballots, counts them by the published rule and lots, and compares. Projects go by their number on the ballot, as in the sheet. */
export async function recountPublished({ votes, published, sha256, onStep }: PublishedRecountRequest): Promise<PublishedRecount> {
  const read = await readPabulib(votes);
  if (!read.ok) return { kind: "faults", faults: read.error };
  const { sheet } = published;
  const vote = inPence(read.value, published);
  if (vote === null || vote.budget !== sheet.budgetPence) return { kind: "refused", reason: "files-differ" };
  const { rule, params } = sheet.outcome;
  const lots = sheet.lots.map(String);
  const count = (by: typeof rule, lotOrder: readonly string[]) =>
    countBudgetVote({ projects: vote.projects, ballots: vote.table, budget: vote.budget, moneyScale: 100, rule: by, params, lotOrder, onStep });
  const outcome = count(rule, lots);
  if (outcome.status === "lots-required") return { kind: "lots-required", tied: outcome.tied };
  const numbers = published.projects.map(({ number }) => number);
  const plainRule = plainShares(rule);
  const plain = plainRule === null ? null : count(plainRule, [...lots, ...numbers.map(String).filter((id) => !lots.includes(id))]);
  const plainShare = plain?.status === "decided" ? { winners: plain.winners.length, spentPence: plain.totalCost } : null;
  const mine: CountSheet = { version: 1, budgetPence: vote.budget, ballots: vote.table.voters, lots: sheet.lots, plainShare, outcome };
  const ballotsDigest = sha256 ? await sha256([...ballotLines(vote.table, numbers)].join("")) : null;
  const digest = sha256 ? await sha256(canonicalJson({ format: published.format, rules: published.rules, ballots: ballotsDigest, sheet: mine })) : null;
  return {
    kind: "counted",
    outcome,
    ballotsDigest,
    digest,
    same: {
      winners: canonicalJson(outcome.winners) === canonicalJson(sheet.outcome.winners),
      ballots: ballotsDigest === null ? null : ballotsDigest === published.ballots,
      digest: digest === null ? null : digest === published.digest,
    },
  };
}

/** The vote with its projects by number and its money in pence; null where the ballots' file has other projects. */
function inPence(file: PabulibFile, { projects: listed }: PublishedCount): { projects: BudgetProject[]; table: BallotTable; budget: number } | null {
  const numbers = new Map(listed.map(({ id, number }) => [id, String(number)]));
  const costs = new Map(file.projects.map(({ id, cost }) => [id, cost]));
  const factor = 100 / file.moneyScale;
  if (!Number.isInteger(factor) || numbers.size !== costs.size || listed.some(({ id }) => !costs.has(id))) return null;
  const projects = listed.map(({ id, number }) => ({ id: String(number), cost: (costs.get(id) ?? 0) * factor }));
  const ballots = file.ballots.map(({ choices }) => ({ choices: choices.map(({ projectId, points }) => ({ projectId: numbers.get(projectId) ?? "", points })) }));
  return { projects, table: tableOfBallots(projects, ballots), budget: file.budget * factor };
}
