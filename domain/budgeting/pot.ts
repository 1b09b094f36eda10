import type { Fault } from "#domain/basics/fault.ts";

/** What bounds the cost of a project. Pence. */
export interface PotLimits {
  readonly amountPence: number;
  readonly minProjectPence: number | null;
  readonly maxProjectPence: number | null;
}

/** What is wrong with a project's cost in this pot, beside the field `costPence`; null where nothing is. */
export function judgeCost(costPence: number, { amountPence, minProjectPence, maxProjectPence }: PotLimits): Fault | null {
  const beside = (code: string, limitPence: number): Fault => ({ field: "costPence", code, params: { limitPence } });
  if (minProjectPence !== null && costPence < minProjectPence) return beside("cost-under-minimum", minProjectPence);
  if (maxProjectPence !== null && costPence > maxProjectPence) return beside("cost-over-maximum", maxProjectPence);
  if (costPence > amountPence) return beside("cost-over-pot", amountPence);
  return null;
}

/** What is wrong with a pot's own limits, each beside its field. */
export function judgePot({ amountPence, minProjectPence, maxProjectPence }: PotLimits): readonly Fault[] {
  const faults: Fault[] = [];
  if (minProjectPence !== null && minProjectPence > amountPence) faults.push({ field: "minProjectPence", code: "minimum-over-pot" });
  if (maxProjectPence !== null && maxProjectPence > amountPence) faults.push({ field: "maxProjectPence", code: "maximum-over-pot" });
  if (minProjectPence !== null && maxProjectPence !== null && maxProjectPence < minProjectPence)
    faults.push({ field: "maxProjectPence", code: "maximum-under-minimum" });
  return faults;
}

/** Part of a pot's money, given by somebody. Pence. */
export interface FunderShare {
  readonly amountPence: number;
}

export const sumOf = (amounts: readonly { readonly amountPence: number }[]): number => amounts.reduce((sum, { amountPence }) => sum + amountPence, 0);

/**
 * Whether those who give make up the pot: its own money and what is ring-fenced from it, to the penny.
 * A pot whose funders are not told is right as it is.
 */
export function judgeFunders(wholePence: number, funders: readonly FunderShare[]): Fault | null {
  const given = sumOf(funders);
  return funders.length === 0 || given === wholePence ? null : { field: "amountPence", code: "funders-do-not-add-up", params: { givenPence: given, wholePence } };
}

/** What is wrong with keeping so much of a pot for one theme; the rest stays for its own ballot. */
export function judgeRingFence(amountPence: number, from: PotLimits, projectCosts: readonly number[]): Fault | null {
  const left = from.amountPence - amountPence;
  if (left <= 0) return { field: "amountPence", code: "ring-fence-takes-all", params: { limitPence: from.amountPence } };
  const rest = { ...from, amountPence: left };
  if (judgePot(rest).length > 0 || projectCosts.some((cost) => judgeCost(cost, rest) !== null)) return { field: "amountPence", code: "ring-fence-leaves-too-little", params: { limitPence: left } };
  return null;
}
