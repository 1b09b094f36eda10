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
