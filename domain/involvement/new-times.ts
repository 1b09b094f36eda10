import type { Fault } from "#domain/basics/fault.ts";

/** When an engagement takes answers and when its results are promised. */
export interface PromisedTimes {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly resultsAt: Date;
}

/**
 * What is wrong with new times for a consultation that everybody can see already. Before it opens they may be moved as long as they
 * lie ahead; once it is open it may only close later, for people rely on the day they were told; once it has closed they stand.
 * `field` is the form's.
 */
export function judgeNewTimes(standing: PromisedTimes, wanted: PromisedTimes, now: Date): readonly Fault[] {
  if (standing.closesAt <= now) return [{ field: "", code: "already-closed" }];
  const faults: Fault[] = [];
  const open = standing.opensAt <= now;
  const same = (name: keyof PromisedTimes): boolean => standing[name].getTime() === wanted[name].getTime();
  if (same("opensAt") && same("closesAt") && same("resultsAt")) return [{ field: "", code: "same-times" }];
  if (open && !same("opensAt")) faults.push({ field: "opensOn", code: "already-open" });
  if (!open && !same("opensAt") && wanted.opensAt <= now) faults.push({ field: "opensOn", code: "opens-in-the-past" });
  if (open && wanted.closesAt < standing.closesAt) faults.push({ field: "closesOn", code: "closes-earlier" });
  if (wanted.closesAt <= wanted.opensAt) faults.push({ field: "closesOn", code: "closes-before-it-opens" });
  if (wanted.resultsAt < wanted.closesAt) faults.push({ field: "resultsOn", code: "results-before-close" });
  return faults;
}
