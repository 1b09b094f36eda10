/** Where a change of the rules of a running vote stands. `withdrawn` by whoever proposed it, `declined` by another. */
export const AMENDMENT_STATES = ["proposed", "made", "declined", "withdrawn"] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export type AmendmentRefusal = "not-open" | "closes-earlier" | "closes-after-results";

/** Whether a running vote may close at another time: later than it does, and not after the day for which results were promised. */
export function judgeNewClose(closesAt: Date | null, standing: { readonly closesAt: Date; readonly resultsAt: Date | null }): AmendmentRefusal | null {
  if (closesAt === null) return null;
  if (closesAt <= standing.closesAt) return "closes-earlier";
  return standing.resultsAt !== null && closesAt > standing.resultsAt ? "closes-after-results" : null;
}
