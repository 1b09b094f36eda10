import type { Fault } from "#domain/basics/fault.ts";
import type { BatchState } from "#domain/voting/access-codes/code-batch.ts";

/** Why slips are not in a pack that arrived. */
export const SHORT_REASONS = ["misprinted", "mispacked", "lost", "taken", "not-known"] as const;
export type ShortReason = (typeof SHORT_REASONS)[number];

/** What became of a missing slip: another in its place, or somebody has voted with it and no other is given. */
export const MISSING_OUTCOMES = ["replaced", "voted"] as const;
export type MissingOutcome = (typeof MISSING_OUTCOMES)[number];

/** What a school counted when a pack arrived. */
export interface PackCounted {
  readonly counted: number;
  /** Numbers on the slips that are not there. */
  readonly missing: readonly number[];
  readonly reason: ShortReason | null;
}

/**
 * Whether a count of a pack can be written down. `slips` are the numbers on its slips that are good. A pack is whole, or as many numbers are named
 * as slips are missing, with the reason: only a slip whose number is known can be made void, so that nobody finds it and votes.
 */
export function judgeCount({ counted, missing, reason }: PackCounted, slips: readonly number[]): readonly Fault[] {
  const short = slips.length - counted;
  if (short < 0) return [{ field: "counted", code: "more-than-sent", params: { sent: slips.length } }];
  const strange = missing.filter((number, at) => !slips.includes(number) || missing.indexOf(number) !== at);
  const [first] = strange;
  if (first !== undefined) return [{ field: "missing", code: "no-such-slip", params: { number: first } }];
  if (missing.length !== short) return [{ field: "missing", code: "missing-differs", params: { short, named: missing.length } }];
  return short > 0 && reason === null ? [{ field: "reason", code: "short-reason" }] : [];
}

/** What a school writes of a pack when voting is over. */
export interface PackAccount {
  readonly handedOut: number;
  readonly unused: number;
  readonly spoilt: number;
}

/** Whether an account of a pack meets: every good slip was handed out, is left, or was spoilt, and no more were used than were handed out. */
export const accountMeets = ({ handedOut, unused, spoilt }: PackAccount, { slips, used }: { readonly slips: number; readonly used: number }): boolean => handedOut + unused + spoilt === slips && used <= handedOut;

/** Where a pack stands. `short`: slips are missing and nobody has made them void yet. */
export const PACK_STANDINGS = ["making", "failed", "to-print", "on-its-way", "short", "arrived", "accounted", "void"] as const;
export type PackStanding = (typeof PACK_STANDINGS)[number];

export interface PackToPlace {
  readonly batch: BatchState;
  /** Slips whose clear codes are kept, to be printed. */
  readonly toPrint: number;
  readonly counted: boolean;
  /** Missing slips that are still good. */
  readonly open: number;
  readonly accounted: boolean;
}

/** Where a pack stands, by what is known of it. */
export function standingOfPack({ batch, toPrint, counted, open, accounted }: PackToPlace): PackStanding {
  if (batch === "revoked") return "void";
  if (batch === "failed") return "failed";
  if (batch !== "made") return "making";
  if (open > 0) return "short";
  if (accounted) return "accounted";
  if (toPrint > 0) return "to-print";
  return counted ? "arrived" : "on-its-way";
}

const MOST_NUMBERS = 2_000;

/** Numbers as people write them: `4, 9` or `4 to 6` or `4-6`. Null for what is no list of numbers, or of more than any pack has slips. */
export function readSlipNumbers(text: string): readonly number[] | null {
  const parts = text.split(/[,;\n]/).map((part) => part.trim()).filter((part) => part !== "");
  const numbers: number[] = [];
  for (const part of parts) {
    const range = /^(\d{1,4})(?:\s*(?:-|–|to|i)\s*(\d{1,4}))?$/.exec(part);
    if (!range) return null;
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (to < from || numbers.length + to - from >= MOST_NUMBERS) return null;
    for (let number = from; number <= to; number += 1) numbers.push(number);
  }
  return numbers;
}
