import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";

/** Money for running things and money for building and buying them. The one never pays for the other: they stand in purses of their own. */
export const MONEY_KINDS = ["revenue", "capital"] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];

/** Most financial years of one pooled budget. */
export const MOST_YEARS = 5;

/** Where money of a pooled budget lies: a financial year (2026 is 2026-27), its kind, and what it is ring-fenced for; nothing for anything. */
export interface Purse {
  readonly year: number;
  readonly kind: MoneyKind;
  readonly ringFence: string;
}

export const purseKey = ({ year, kind, ringFence }: Purse): string => `${year}:${kind}:${ringFence}`;

export interface MoneyInPurse extends Purse {
  readonly amountPence: number;
}

/** What was put in, given out and is left of each purse, by year, kind and ring-fence. Pence. */
export function pursesOf(contributions: readonly MoneyInPurse[], allocations: readonly MoneyInPurse[]): readonly (Purse & { readonly contributedPence: number; readonly allocatedPence: number; readonly leftPence: number })[] {
  const sum = (all: readonly MoneyInPurse[], key: string): number => all.filter((each) => purseKey(each) === key).reduce((total, { amountPence }) => total + amountPence, 0);
  const keys = [...new Set([...contributions, ...allocations].map(purseKey))].sort();
  return keys.map((key) => {
    const [year = "", kind = "", ...fence] = key.split(":");
    const [contributedPence, allocatedPence] = [sum(contributions, key), sum(allocations, key)];
    return { year: Number(year), kind: kind as MoneyKind, ringFence: fence.join(":"), contributedPence, allocatedPence, leftPence: contributedPence - allocatedPence };
  });
}

/** A whole, in hundredths of one per cent. */
export const WHOLE_BASIS_POINTS = 10_000;

export interface Share {
  readonly partnerId: string;
  /** 0 to 10,000. */
  readonly basisPoints: number;
}

/** Whether the shares of those who gain make exactly 100 %; else what they make, in basis points. */
export function judgeShares(shares: readonly Share[]): Result<void, { readonly code: "shares-not-whole"; readonly sum: number }> {
  const sum = shares.reduce((total, { basisPoints }) => total + basisPoints, 0);
  return sum === WHOLE_BASIS_POINTS ? ok() : err({ code: "shares-not-whole", sum });
}

/** What a version of a business case says, as the database keeps it (`pool_case_content` in db/migrations). Partners by their addresses. */
export interface PoolCaseContent {
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly shares: readonly { readonly partner: string; readonly basisPoints: number }[];
  readonly lines: readonly { readonly partner: string; readonly year: number; readonly investPence: number; readonly gainPence: number }[];
}

/** A share as typed, `33.34` or `33.34%`, in basis points; null where it is no number from 0 to 100 with at most two decimals. */
export function readShare(typed: string): number | null {
  const read = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed.replace(/[\s%]/g, ""));
  if (!read) return null;
  const points = Number(read[1]) * 100 + Number((read[2] ?? "").padEnd(2, "0"));
  return points <= WHOLE_BASIS_POINTS ? points : null;
}

/**
 * What each body gains of a sum by its share, to the penny: rounded down, and the pennies that are left go to the largest remainders
 * (in the order given where they are equal), so that together they make the sum.
 */
export function splitGain(pence: number, shares: readonly Share[]): ReadonlyMap<string, number> {
  const exact = shares.map(({ partnerId, basisPoints }) => {
    const product = BigInt(pence) * BigInt(basisPoints);
    return { partnerId, down: Number(product / BigInt(WHOLE_BASIS_POINTS)), rest: Number(product % BigInt(WHOLE_BASIS_POINTS)) };
  });
  let left = pence - exact.reduce((total, { down }) => total + down, 0);
  const byRest = [...exact].sort((one, other) => other.rest - one.rest);
  const more = new Set<string>();
  for (const { partnerId, rest } of byRest) {
    if (left <= 0 || rest === 0) break;
    more.add(partnerId);
    left -= 1;
  }
  return new Map(exact.map(({ partnerId, down }) => [partnerId, down + (more.has(partnerId) ? 1 : 0)]));
}
