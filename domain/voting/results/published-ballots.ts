/**
 * What is published of the ballots: every one, without its voter. Made from merged ballots, which carry no key and no order of arrival;
 * voter numbers are drawn afresh and the rows stand in their order, so that nothing in the file leads back.
 */
import type { BallotTable } from "#domain/voting/counting/ballot-table.ts";
import type { PabulibBallot, PabulibFile } from "#domain/voting/files/pabulib-format.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { PABULIB_VOTE_TYPES } from "./ballot-points.ts";
import { resultOf, type CountSheet } from "./count-sheet.ts";

/** With fewer ballots of one style than this, only totals are published. */
export const LEAST_BALLOTS_PUBLISHED = 50;

export const publishesBallots = (ballots: number): boolean => ballots >= LEAST_BALLOTS_PUBLISHED;

export interface PublishedOption {
  readonly number: number;
  readonly costPence: number;
  readonly title: string;
  readonly reference: string;
}

export interface PublishedPoll {
  readonly question: string;
  readonly council: string;
  readonly ballotKind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  readonly fingerprint: string | null;
  /** Civil dates, `2026-10-18`. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly options: readonly PublishedOption[];
}

/** How each option is named in downloads: as in the file it came from, or by number where those names would not do in a list. */
export function downloadNames(options: readonly Pick<PublishedOption, "number" | "reference">[]): ReadonlyMap<number, string> {
  const references = options.map(({ reference }) => reference);
  const fit = new Set(references).size === references.length && references.every((reference) => /^[^\s,;"]+$/.test(reference));
  return new Map(options.map(({ number, reference }) => [number, fit ? reference : String(number)]));
}

/**
 * The ballots and projects as a Pabulib file. `voterNumbers` are at least as many distinct numbers as there are ballots, in no
 * order that means anything. Amounts in pounds with pence; choices by number except where the order is the vote.
 */
export function publishedBallots(poll: PublishedPoll, sheet: CountSheet, digest: string, table: BallotTable, voterNumbers: readonly number[]): PabulibFile {
  const names = downloadNames(poll.options);
  const nameAt = (at: number): string => names.get(poll.options[at]!.number)!;
  const voteType = PABULIB_VOTE_TYPES[poll.ballotKind];
  const ballots: { readonly number: number; readonly ballot: PabulibBallot }[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const choices: { readonly projectId: string; readonly points: number }[] = [];
    for (let cell = table.offset[row]!; cell < table.offset[row + 1]!; cell += 1) choices.push({ projectId: nameAt(table.project[cell]!), points: table.points[cell]! });
    if (voteType === "ordinal") choices.sort((a, b) => b.points - a.points);
    for (let copy = 0; copy < table.weight[row]!; copy += 1) {
      const number = voterNumbers[ballots.length]!;
      ballots.push({ number, ballot: { voterId: String(number), choices } });
    }
  }
  ballots.sort((a, b) => a.number - b.number);
  return {
    meta: metaOf(poll, sheet, digest, names),
    budget: sheet.budgetPence,
    moneyScale: 100,
    pointsScale: 1,
    voteType,
    projects: poll.options.map(({ number, costPence, title }) => {
      const result = resultOf(sheet, number);
      return { id: names.get(number)!, cost: costPence, name: title, votes: result?.votes ?? 0, score: result?.score ?? 0, selected: result?.funded ? 1 : 0 };
    }),
    ballots: ballots.map(({ ballot }) => ballot),
    warnings: [],
  };
}

function metaOf(poll: PublishedPoll, sheet: CountSheet, digest: string, names: ReadonlyMap<number, string>): Record<string, string> {
  const longest = poll.ballotKind === "first-and-second" ? 2 : poll.maxChoices;
  return {
    description: poll.question,
    country: "United Kingdom",
    unit: poll.council,
    instance: poll.question,
    language: "en",
    currency: "GBP",
    rule: ruleOf(sheet),
    date_begin: dayFirst(poll.opensOn),
    date_end: dayFirst(poll.closesOn),
    min_length: String(poll.minChoices),
    ...(longest === null ? {} : { max_length: String(longest) }),
    ...(poll.ballotKind === "knapsack" ? { max_sum_cost: String(sheet.budgetPence / 100) } : {}),
    counting_rule: sheet.outcome.rule,
    counting_increment: String(sheet.outcome.params.increment / 100),
    ...(sheet.lots.length > 0 ? { lot_order: sheet.lots.map((number) => names.get(number)).join(",") } : {}),
    ...(poll.fingerprint === null ? {} : { rules_fingerprint: poll.fingerprint }),
    count_digest: digest,
  };
}

function ruleOf(sheet: CountSheet): string {
  const { rule } = sheet.outcome;
  if (rule === "greedy_noskip") return "greedy-no-skip";
  if (rule.startsWith("greedy")) return rule === "greedy" ? "greedy" : rule.replace("_", "-");
  if (rule.startsWith("mes_")) return rule.includes("_add1") ? "equalshares/add1" : "equalshares";
  return rule;
}

const dayFirst = (date: string): string => date.split("-").reverse().join(".");
