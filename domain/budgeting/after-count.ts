/**
 * What happens to money a count leaves over, and to money that comes back when a winner stops: agreed before the vote, locked with the
 * counting rule as two of its parameters, and applied by anybody who has the count sheet. Money in pence.
 */
import type { CountSheet } from "#domain/voting/results/count-sheet.ts";
import { turns } from "#domain/voting/results/explanation.ts";

/** How the reserve list is ordered: by votes, or by how close each project came in the count. */
export const RESERVE_ORDERS = ["votes", "count"] as const;
export type ReserveOrder = (typeof RESERVE_ORDERS)[number];

/** The least part of a project's cost that may be offered, in per cent; null where a project gets all of its cost or nothing. */
export type PartFunding = number | null;

export interface AfterCountPolicy {
  readonly order: ReserveOrder;
  readonly partFunding: PartFunding;
}

/** What a new vote starts with: the list by votes, and all of a cost or nothing. */
export const USUAL_AFTER_COUNT: AfterCountPolicy = { order: "votes", partFunding: null };

/** The bounds of a least part, in per cent. Below a quarter nobody can say what they are offered. */
export const PART_FUNDING_BOUNDS = { least: 25, most: 99 } as const;

/** The policy as parameters of the rule, so that it is frozen and fingerprinted with it. */
export const afterCountParameters = ({ order, partFunding }: AfterCountPolicy): Readonly<Record<string, string | number>> => ({ reserveOrder: order, partFunding: partFunding ?? 0 });

/** The policy a rule was locked with; null where none was stated before the vote, and then none may be applied. */
export function readAfterCount(parameters: Readonly<Record<string, unknown>>): AfterCountPolicy | null {
  const order = RESERVE_ORDERS.find((each) => each === parameters["reserveOrder"]);
  const part = Number(parameters["partFunding"]);
  if (order === undefined || !Number.isSafeInteger(part) || part < 0 || part > PART_FUNDING_BOUNDS.most) return null;
  return { order, partFunding: part === 0 ? null : part };
}

/** A project that did not win and could still be paid for. */
export interface Reserve {
  readonly option: number;
  readonly votes: number;
  readonly costPence: number;
}

/** Losing projects that a later pound may go to, first in line first. Those that nobody chose or that the rule ruled out are not among them. */
export function reserveList(sheet: CountSheet, order: ReserveOrder): readonly Reserve[] {
  const results = new Map(sheet.outcome.projects.map((project) => [Number(project.id), project]));
  const line = turns(sheet).flatMap(({ option }) => {
    const result = results.get(option);
    if (!result || result.funded || result.votes === 0 || RULED_OUT.has(String(result.reason))) return [];
    return [{ option, votes: result.votes, costPence: result.cost, score: result.score }];
  });
  const ordered = order === "votes" ? [...line].sort((a, b) => b.score - a.score || b.votes - a.votes || a.option - b.option) : line;
  return ordered.map(({ option, votes, costPence }) => ({ option, votes, costPence }));
}

const RULED_OUT: ReadonlySet<string> = new Set(["no-support", "over-budget", "below-threshold", "below-support-share", "version-funded"]);

/** Money offered to a project of the reserve list. */
export interface ReserveOffer {
  readonly option: number;
  readonly amountPence: number;
  /** Less than its cost. */
  readonly part: boolean;
}

/**
 * Who is offered what is left. The first project in line that it pays for in full gets its cost, and so on down the list; where
 * none is paid for any more, the first in line whose least part it covers is offered the rest as a part.
 *
 * @param leftPence money nobody has
 * @param passed options that were offered money already, whatever the answer
 */
export function offersFrom(line: readonly Reserve[], leftPence: number, partFunding: PartFunding, passed: ReadonlySet<number> = new Set()): readonly ReserveOffer[] {
  const waiting = line.filter(({ option }) => !passed.has(option));
  const offers: ReserveOffer[] = [];
  let left = leftPence;
  for (const { option, costPence } of waiting) {
    if (costPence > left) continue;
    offers.push({ option, amountPence: costPence, part: false });
    left -= costPence;
  }
  if (partFunding === null || left <= 0) return offers;
  // Whole pence on both sides: a least part of 33 % of 100.00 is 33.00, never 32.99.
  const next = waiting.find(({ option, costPence }) => !offers.some((offer) => offer.option === option) && left * 100 >= costPence * partFunding);
  return next === undefined ? offers : [...offers, { option: next.option, amountPence: left, part: true }];
}
